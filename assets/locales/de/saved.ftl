### Gespeicherte Antworten: die Liste über dem Schreibfeld, Lücken im Feld und die Seite, auf der sie stehen.

reply-or-saved = { $name } schreiben, oder / für eine gespeicherte Antwort
saved-reply = Gespeicherte Antwort
saved-list = Gespeicherte Antworten
saved-choose = wählen
saved-insert = einfügen
saved-next-blank = nächste Lücke
saved-close = schließen
saved-none = Keine gespeicherte Antwort mit „{ $words }“.
saved-none-yet = Es gibt noch keine gespeicherten Antworten.
saved-manage = Einstellungen öffnen
saved-found = { $n ->
    [0] Keine gespeicherte Antwort passt
    [one] Eine gespeicherte Antwort passt
   *[other] { $n } gespeicherte Antworten passen
}
saved-blank = { $n ->
    [one] Lücke: { $name }. Die einzige.
   *[other] Lücke: { $name }. Noch { $n }.
}
saved-blank-left = Füllen Sie „{ $name }“ aus, bevor Sie senden. Mit Tab kommen Sie hin.

saved-variable-patient = Name der Person
saved-variable-first-name = Vorname
saved-variable-practice = Praxis
saved-variable-staff = Ihr Name
saved-variable-practitioner = Behandler
saved-variable-next-appointment = nächster Termin
saved-variable-opening-hours = Öffnungszeiten
saved-variable-today = heutiges Datum

settings-saved = Gespeicherte Antworten
    .words = Was Sie jeden Tag schreiben, in der Sprache des Patienten
saved-empty = Es gibt noch keine gespeicherten Antworten.
saved-empty-then = Schreiben Sie eigene oder beginnen Sie mit acht häufigen. Jede hat einen Text in sechs Sprachen, und jeder bekommt seine.
saved-start = Acht häufige Antworten hinzufügen
saved-started = { $n ->
    [one] Eine Antwort hinzugefügt.
   *[other] { $n } Antworten hinzugefügt.
}
saved-new = Neue gespeicherte Antwort
saved-used = { $n ->
    [0] noch nicht benutzt
    [one] einmal benutzt
   *[other] { $n }-mal benutzt
}
saved-edit = { $title } bearbeiten
saved-edit-short = Bearbeiten
saved-remove = { $title } entfernen
saved-remove-short = Entfernen
saved-up = { $title } nach oben
saved-down = { $title } nach unten
saved-kept = { $title } gespeichert.
saved-removed = { $title } entfernt.
saved-title = Name in der Liste
saved-shortcut = Kürzel
saved-shortcut-help = Was nach / getippt wird. Buchstaben, Ziffern und Bindestriche.
saved-languages = Sprache des Textes
saved-text = Text auf { $language }
saved-text-help = { "{{first_name|zusammen}}" } steht für den Vornamen oder für „zusammen“, wo er nicht bekannt ist. Was nicht bekannt ist und kein anderes Wort hat, wird eine Lücke zum Ausfüllen.
saved-variables = Einfügen, was die Praxis weiß
saved-preview = So sieht es bei einer erfundenen Person aus
saved-unknown = { $n ->
    [one] Eine Lücke ist jedes Mal auszufüllen.
   *[other] { $n } Lücken sind jedes Mal auszufüllen.
}
saved-problem-title = Geben Sie einen Namen mit höchstens 80 Zeichen ein.
saved-problem-shortcut = Höchstens 30 Buchstaben, Ziffern und Bindestriche.
saved-problem-text = Schreiben Sie in mindestens einer Sprache einen Text, höchstens 4.000 Zeichen.
saved-problem-too-many = Es gibt schon 500 gespeicherte Antworten. Entfernen Sie zuerst einige.

error-blank-unfilled = Nicht gesendet: Eine Lücke ist noch leer. Füllen Sie sie aus und senden Sie noch einmal.
