/** Values for the parameters of a notebook, given from outside. */
package firesteel.notebook.parameters;
