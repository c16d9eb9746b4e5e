/** The functions that IJava gives to cells, for those who import them by name. */
package io.github.spencerpark.ijava.runtime;
