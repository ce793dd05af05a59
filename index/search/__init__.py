"""From a query to documents, sentences and marks."""
