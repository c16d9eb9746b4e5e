package firesteel.dependencies;

import java.nio.file.Path;

/**
 * A jar that was left out because another version of it is loaded already: a class path can't have
 * both, and a loaded jar can't be removed.
 *
 * @param asked the jar that was left out
 * @param loadedVersion the version that stays
 * @param loaded its jar
 */
public record Conflict(ResolvedJar asked, String loadedVersion, Path loaded) {}
