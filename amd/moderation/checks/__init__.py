"""What is looked for in words and pictures before they are public; a person judges it."""
