first-run-title = Përgatitja e Anteroom-it
