package firesteel.dependencies;

import java.nio.file.Path;

/**
 * A jar that was left out since another version of it is loaded already: a class path can't hold
 * both, and what is loaded can't be taken away.
 *
 * @param asked what the request came to
 * @param loadedVersion the version that stays
 * @param loaded its jar
 */
public record Conflict(ResolvedJar asked, String loadedVersion, Path loaded) {}
