/** Adds, lists and removes plug-ins; what they bring is loaded by the engine. */
package firesteel.app.plugin;
