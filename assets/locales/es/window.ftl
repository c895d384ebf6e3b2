### Lo que además ofrece la ventana.

search-do-list = Lista: { $name }
