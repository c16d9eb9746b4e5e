/** Coordinates of libraries that messages name. */
package firesteel.api.dependency;
