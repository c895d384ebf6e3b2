### Was das Fenster sonst anbietet.

search-do-list = Liste: { $name }
