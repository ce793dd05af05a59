"""Claims about the same thing over all documents, and how they stand to each other."""
