/** Java's own logging, put behind the cells. */
package firesteel.engine.log;
