/** The cells of this session and of earlier ones. */
package firesteel.api.history;
