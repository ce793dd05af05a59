"""What lies over the explorer until it ends: lists, lines to type, verdicts, notes, corrections, the matrix."""
