"""Web pages: the article within the page, and what the page says of itself."""
