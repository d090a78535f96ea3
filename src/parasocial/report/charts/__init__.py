"""Our own SVG: classes only, every colour a CSS variable, one drawing per width."""
