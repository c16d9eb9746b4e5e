/** The user's settings for the start of every session: scripts, a class path, options of javac. */
package firesteel.app.startup;
