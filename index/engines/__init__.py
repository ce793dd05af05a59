"""Full-text engines behind one small protocol."""
