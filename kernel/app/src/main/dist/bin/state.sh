# Sets state, the folder of what a distribution writes for itself (class archives, the private JupyterLab, logs), from
# dist, the distribution's folder. In a clone it is the clone's own. Elsewhere it is in the user's cache, since the
# distribution may be one that the user can't write to. Sourced by firesteel-java (sh) and bin/firesteel (bash).
case $dist in
  */kernel/app/target/dist) state=${dist%/kernel/app/target/dist}/.firesteel ;;
  *)
    case ${XDG_CACHE_HOME:-} in
      /*) state=$XDG_CACHE_HOME/firesteel/installed$dist ;;
      *) state=${HOME:-}/.cache/firesteel/installed$dist ;;
    esac
    ;;
esac
