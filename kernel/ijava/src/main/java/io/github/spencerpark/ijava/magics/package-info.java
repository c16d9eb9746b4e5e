/** IJava's resolver of dependencies, over the magics for them. */
package io.github.spencerpark.ijava.magics;
