"""The cache of analysed documents."""
