"""What the explorer does, one controller for each of its jobs; each is given the desk and knows no screen."""
