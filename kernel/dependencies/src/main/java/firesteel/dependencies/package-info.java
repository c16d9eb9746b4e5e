/** Resolves the jars that a notebook asks for, and remembers the requests and their results. */
package firesteel.dependencies;
