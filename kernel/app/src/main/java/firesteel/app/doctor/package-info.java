/** Checks of a machine and an installation, with what to do about each problem. */
package firesteel.app.doctor;
