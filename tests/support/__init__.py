"""What the suites share: kernels as real processes, JDKs, outputs, JupyterLab in a browser."""
