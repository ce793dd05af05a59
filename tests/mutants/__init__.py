"""Do the tests bite? One line of a room is changed at a time, and the tests of that room must notice."""
