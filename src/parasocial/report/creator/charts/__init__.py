"""The drawings of the creator's page, each for wide and for narrow screens."""
