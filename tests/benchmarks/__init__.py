"""Benchmarks: run by hand, on quiet machines; `python -m tests.benchmarks --help`."""
