"""The query language: text in, tree out, and the tree in words."""
