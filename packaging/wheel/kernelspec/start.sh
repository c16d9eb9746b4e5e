#!/bin/sh
# Starts the kernel by the command firesteel of the environment that this kernelspec was installed into, whichever Jupyter
# asks for it.
firesteel=${0%/share/jupyter/kernels/*}/bin/firesteel
[ -x "$firesteel" ] || firesteel=$(command -v firesteel) || {
  echo "firesteel: the command firesteel is not in ${0%/share/jupyter/kernels/*}/bin; install the package firesteel again." >&2
  exit 3
}
exec "$firesteel" kernel "$@"
