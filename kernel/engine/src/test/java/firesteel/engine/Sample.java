package firesteel.engine;

/** An annotation for cells. */
public @interface Sample {}
