/** Sessions, their cells and outputs, and the extensions that take part in them. */
package firesteel.api.session;
