/**
 * The wire of the Jupyter messaging protocol: sockets, each owned by one thread, and the frames
 * that go over them. Knows nothing of cells.
 */
package firesteel.jupyter.wire;
