/** What the bytecode of cells calls: how they stop, and where they failed. */
package firesteel.api.bytecode;
