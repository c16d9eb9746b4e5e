/** Errors in the user's terms: of magics, of the compiler, and summaries of exceptions. */
package firesteel.api.error;
