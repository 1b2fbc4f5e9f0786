"""A large fictional set of publications: to measure with, never to read."""
