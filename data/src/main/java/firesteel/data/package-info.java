/**
 * The example datasets of the walkthroughs: a catalogue, and generators that make them at any size.
 *
 * <p>A generator is a pure function of a seed and a row's number: the same on every machine, JDK
 * and master. It knows the truth behind the dirt, so that cleaning can be checked.
 */
package firesteel.data;
