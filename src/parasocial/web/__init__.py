"""What runs in a browser: routes that call the same few functions as the command line."""
