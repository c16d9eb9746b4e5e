/**
 * The example datasets of the walkthroughs: a catalogue, and generators that make them at any size.
 *
 * <p>A generator is deterministic: the same seed gives the same rows on every machine and JDK, and
 * fewer rows are the beginning of more rows.
 */
package firesteel.data;
