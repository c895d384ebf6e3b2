### Ce que la fenêtre propose d’autre.

search-do-list = Liste : { $name }
