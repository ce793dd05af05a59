"""The configuration: defaults, the user's file, the environment."""
