/** The shell, which runs cells that are typed into a terminal or read from a script. */
package firesteel.terminal;
