/** The magics that bring jars to the class path of cells. */
package firesteel.magics.dependencies;
