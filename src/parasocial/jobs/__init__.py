"""Jobs: the few functions that the command line and the app both call."""
