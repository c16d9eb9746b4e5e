/**
 * Runs notebooks and libraries that were made for IJava: provides its functions, magics and
 * renderers.
 */
package firesteel.ijava;
