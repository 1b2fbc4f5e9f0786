"""A contributor's way from an idea to a case study that is sent: one short page at a time."""
