/** Comms: messages between cells and widgets of the frontend. */
package firesteel.api.comm;
