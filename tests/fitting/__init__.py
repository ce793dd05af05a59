"""Fits the likelihood that two claims answer one question, from keys that people made.

Run it as ``python -m tests.fitting SHARED``, where SHARED is the folder of shared data. It writes
`index/claim_matching/likelihood.json` and prints how well the fit does on the third of the events and contrast pairs
that it did not see.
"""
