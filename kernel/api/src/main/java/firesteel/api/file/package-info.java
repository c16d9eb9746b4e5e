/** Files that are written whole, and files that only their owner can read. */
package firesteel.api.file;
