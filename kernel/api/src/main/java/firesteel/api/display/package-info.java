/** How values are shown: MIME bundles, renderers, HTML that is safe. */
package firesteel.api.display;
