"""Figures, events, quotations and predictions, each found by named rules."""
