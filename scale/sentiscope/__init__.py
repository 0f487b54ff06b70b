"""Scores texts with the page's own model files and rules on Apache Spark."""
