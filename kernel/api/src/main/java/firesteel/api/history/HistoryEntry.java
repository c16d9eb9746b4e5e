package firesteel.api.history;

/**
 * One cell of the history.
 *
 * @param session the number of the session, counted from 1 over all sessions that were recorded
 * @param line the cell's execution count in it
 * @param input the cell's text
 * @param output the plain text of its value; null when it had none
 * @param failed whether it ended with an error
 */
public record HistoryEntry(int session, int line, String input, String output, boolean failed) {}
