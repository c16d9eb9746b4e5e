/**
 * Resolves dependencies with Maven's own resolver, as Maven itself would with the same settings.
 */
package firesteel.maven;
