"""The generated parts of the documentation, each asked of the code."""
