### Le premier démarrage.

first-run-title = Installation d’Anteroom
