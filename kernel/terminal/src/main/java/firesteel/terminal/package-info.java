/** The shell: cells typed into a terminal, or read from a script. */
package firesteel.terminal;
