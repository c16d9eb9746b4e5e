/**
 * A Jupyter client for a kernel on this machine: for the warm-up and for tests. Written from the
 * protocol's description, and shares no code with the kernel.
 */
package firesteel.jupyter.client;
