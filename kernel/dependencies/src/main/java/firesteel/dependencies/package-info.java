/** The jars that a notebook asks for: what was asked, what it came to, and who resolves it. */
package firesteel.dependencies;
