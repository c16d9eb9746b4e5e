/** What completion answers: proposals at a cursor, and whether a text is complete. */
package firesteel.api.completion;
