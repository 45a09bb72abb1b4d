"""What is measured, and against whom. Each module is a command: python -m benchmarks.NAME."""
