package firesteel.magics.data.files;

/**
 * A file that isn't read.
 *
 * @param name relative to the folder that was searched
 * @param reason the end of a sentence that begins with "skipped:"
 */
record SkippedFile(String name, String reason) {}
