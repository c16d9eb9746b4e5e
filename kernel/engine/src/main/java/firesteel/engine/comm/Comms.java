package firesteel.engine.comm;

/** The comms of a session: named targets on this side, and the comms that are open. */
public final class Comms {}
