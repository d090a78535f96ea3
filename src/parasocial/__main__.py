"""``python -m parasocial``."""

from parasocial.cli import main

main()
