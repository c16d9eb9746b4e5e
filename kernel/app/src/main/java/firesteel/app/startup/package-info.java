/** What a user wants of every session from its start: scripts, a class path, options of javac. */
package firesteel.app.startup;
