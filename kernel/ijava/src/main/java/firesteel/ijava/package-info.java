/** Lets notebooks and libraries that were made for IJava run: its functions, magics, renderers. */
package firesteel.ijava;
