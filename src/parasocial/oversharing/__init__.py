"""What was given away, to whom, what it adds up to, and what to change."""
