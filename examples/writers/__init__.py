"""What each platform would hand to an invented person: deeds in, the files of an export out."""
