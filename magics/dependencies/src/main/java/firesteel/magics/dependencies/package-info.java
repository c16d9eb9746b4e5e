/** The magics that add jars to the class path of cells. */
package firesteel.magics.dependencies;
