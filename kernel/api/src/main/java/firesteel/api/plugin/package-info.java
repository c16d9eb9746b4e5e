/** Plug-ins: what they bring besides magics, renderers and extensions. */
package firesteel.api.plugin;
