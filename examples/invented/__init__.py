"""One invented world from one seed: people, what passes between them, and their exports."""
