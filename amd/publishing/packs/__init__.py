"""Packs: the cards of one or many records, with their words, in one ZIP."""
