package firesteel.api.session;

/**
 * A variable that a cell declared.
 *
 * @param name its name
 * @param typeName its type as Java writes it, generics included
 * @param value its value now; may be null
 * @param cell the number of the cell that declared it
 */
public record Variable(String name, String typeName, Object value, int cell) {}
