"""What is true of the language and not of one story: sentences, tokens, folding, names."""
