/** Other programs: where they are, what they print, and how they and their children end. */
package firesteel.api.process;
