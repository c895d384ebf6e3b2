### What else the window offers.

search-do-list = List: { $name }
