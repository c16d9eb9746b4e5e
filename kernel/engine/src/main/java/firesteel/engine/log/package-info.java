/** Shows the messages of Java's own logging in the outputs of cells. */
package firesteel.engine.log;
