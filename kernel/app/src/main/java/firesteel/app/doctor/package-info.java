/** What can be wrong with a machine or an installation, and what to do about each. */
package firesteel.app.doctor;
