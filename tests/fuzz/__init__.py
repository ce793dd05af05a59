"""Random inputs for as long as one likes: ``python -m tests.fuzz MINUTES [SEED]``; what is found becomes a test."""
