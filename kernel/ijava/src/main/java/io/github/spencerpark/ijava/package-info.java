/**
 * The classes of IJava 1.3 that notebooks and libraries use, implemented by a session of Firesteel.
 */
package io.github.spencerpark.ijava;
