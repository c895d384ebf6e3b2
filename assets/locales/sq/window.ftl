### Çfarë tjetër ofron dritarja.

search-do-list = Lista: { $name }
