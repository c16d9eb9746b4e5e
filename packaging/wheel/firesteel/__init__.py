"""Firesteel: Java notebooks with Apache Spark already running. The program itself is in the folder `dist`."""

__version__ = "@VERSION@"

SPARK_VERSION = "@SPARK@"
