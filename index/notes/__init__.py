"""What the user decided: verdicts, notes, corrections, links."""
