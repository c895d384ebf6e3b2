first-run-title = Anteroom einrichten
