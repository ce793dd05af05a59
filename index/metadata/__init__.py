"""Where a document comes from: title, outlet, authors, date, address, language."""
