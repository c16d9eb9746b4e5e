package firesteel.data.spark;

import java.util.Optional;

/**
 * What a {@link GenerateJob} has made.
 *
 * @param folder the table's folder, as an absolute path or URL
 * @param truthFolder the folder of the truth; empty when that was not asked for
 * @param rows the number of the table's rows
 * @param files the number of the table's files
 * @param bytes their size
 * @param existed whether the same table was there already, so that nothing had to be made
 */
public record GenerateResult(
    String folder,
    Optional<String> truthFolder,
    long rows,
    long files,
    long bytes,
    boolean existed) {}
