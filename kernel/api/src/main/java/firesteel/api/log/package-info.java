/** What cells log, and where it goes. */
package firesteel.api.log;
