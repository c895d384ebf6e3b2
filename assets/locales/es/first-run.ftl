### El primer inicio.

first-run-title = Preparación de Anteroom
