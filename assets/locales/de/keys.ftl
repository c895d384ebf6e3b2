### Tasten: andere Tasten für Befehle, die schnelle Notiz und das Menü einer Zeile.

redo = Wiederholen
key-redo = { redo }
key-quick-note = Schnelle Notiz zum Anruf
key-row-menu = Menü der Zeile
key-next-page = Eine Seite nach unten
key-previous-page = Eine Seite nach oben

keys-lead = Wählen Sie hier eine Taste, um dem Befehl eine andere zu geben. Knöpfe, Menüs und diese Liste zeigen sie dann.
keys-change = { $what }: { $key }. Andere Taste wählen
keys-add = Noch eine Taste für { $what }
keys-usual = Wieder die übliche Taste für { $what }
keys-all-usual = Alle Tasten wie üblich
keys-all-usual-done = Alle Tasten sind wieder wie üblich.
keys-press-title = Eine Taste für „{ $what }“
keys-press = Drücken Sie die neue Taste, allein oder zusammen mit { $ctrl } oder Umschalt.
keys-press-label = Die neue Taste
keys-given = { $key } steht jetzt für „{ $what }“.
keys-dropped = { $key } tut jetzt nichts mehr.
keys-taken = { $key } steht schon für „{ $other }“.
keys-swap = Tauschen: { $old } steht dann für „{ $other }“
keys-take = Übernehmen: „{ $other }“ hat dann keine
keys-drop = Keine Taste
keys-refused-alt = Nicht mit Alt: Auf vielen Tastaturen schreibt es Buchstaben.
keys-refused-bracket = Nicht dieses Zeichen: Auf vielen Tastaturen braucht es AltGr.
keys-refused-input = Diese nicht: Sie wechselt die Schreibweise.
keys-refused-screenshot = Diese nicht: Auf einem Mac macht sie Bilder vom Bildschirm.
keys-refused-system = Diese nicht: Das System oder jedes Programm benutzt sie.
keys-refused-dead = Diese Taste wartet auf eine zweite. Wählen Sie eine andere.
keys-refused-needed = Diese nicht: Sie wird zum Bewegen, Wählen und Schreiben gebraucht.
keys-refused-typing = Nicht ohne { $ctrl }: Sie könnten das sonst nicht mehr schreiben.

## Das Menü einer Zeile

row-menu = Menü für { $name }
