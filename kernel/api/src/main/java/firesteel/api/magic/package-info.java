/** Magics: what a class implements to be one, and what it may use. */
package firesteel.api.magic;
