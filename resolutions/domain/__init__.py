"""What follows from the acts: pure functions, free of Django."""
