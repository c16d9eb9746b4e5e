"""The pipelines of the scenarios in plain PySpark, written after their descriptions, to compare with what the notebooks write."""
