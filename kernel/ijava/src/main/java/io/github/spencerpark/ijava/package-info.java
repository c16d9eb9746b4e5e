/** The classes of IJava 1.3 that notebooks and libraries use, over a session of Firesteel. */
package io.github.spencerpark.ijava;
