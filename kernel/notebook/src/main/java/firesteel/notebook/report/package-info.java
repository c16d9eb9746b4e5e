/** Notebooks as pages that are read without Jupyter, and without a network. */
package firesteel.notebook.report;
