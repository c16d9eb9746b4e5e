/** Functions that cells call without an import. */
package firesteel.api.notebook;
