/** IJava's resolver of dependencies, which calls the magics for dependencies. */
package io.github.spencerpark.ijava.magics;
