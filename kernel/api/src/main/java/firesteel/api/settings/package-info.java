/** Where the user's own files are. */
package firesteel.api.settings;
