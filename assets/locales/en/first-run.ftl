### The first start.

first-run-title = Setting up Anteroom
