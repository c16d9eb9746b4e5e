/** The functions that IJava gives to cells, for code that imports them by name. */
package io.github.spencerpark.ijava.runtime;
