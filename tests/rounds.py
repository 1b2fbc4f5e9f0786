"""How often a race is run: 20 times in make test, 200 in make soak."""

import os

ROUNDS = int(os.environ.get("ROUNDS", "20"))
