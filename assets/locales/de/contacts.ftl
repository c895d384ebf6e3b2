### Kontakte aus einer Datei, und die Patientenliste als Datei.

contacts-title = Kontakte importieren
contacts-import = Kontakte importieren
contacts-export = Liste exportieren
contacts-exported = Die Liste ist gesichert als { $path }. Sie enthält Patientendaten im Klartext.
contacts-explain = Übernehmen Sie Patienten aus einem anderen Programm: als Tabelle (CSV) oder vCards. Sie sehen alles, bevor etwas geschrieben wird, und der ganze Import lässt sich rückgängig machen.
contacts-choose = Datei wählen
contacts-choose-other = Andere Datei wählen
contacts-earlier = Frühere Importe
contacts-columns = Sagen Sie, was in jeder Spalte steht. Die Buchstaben wurden als { $encoding } gelesen.
contacts-cards = Eine Datei mit vCards, gelesen als { $encoding }.
contacts-column = Spalte { $n }
contacts-no-name = Sagen Sie, in welcher Spalte der Name steht. Gibt es nur eine Spalte, wurde die Datei mit einem anderen Trennzeichen gesichert: Sichern Sie sie noch einmal mit Kommas.
contacts-sample = Die ersten Zeilen
contacts-empty = In dieser Datei stehen keine Zeilen. Wählen Sie eine andere.
contacts-line = Zeile { $line }
contacts-check = Alle Zeilen ansehen
contacts-looking = Zeile { $rows } wird angesehen … Noch wird nichts geschrieben.
contacts-doubles = Schon da, oder vielleicht
contacts-wrong = Zeilen, die ausgelassen werden
contacts-wrong-next = Berichtigen Sie diese Zeilen in der Datei und öffnen Sie sie noch einmal. Wer dann schon da ist, bleibt, wie er ist.
contacts-back = Zurück zu den Spalten
contacts-running = Zeile { $rows } von { $all }
contacts-stop = Hier anhalten
contacts-undo = Diesen Import rückgängig machen
field-skip = Auslassen
field-name = Ganzer Name
field-given-name = Vorname
field-family-name = Nachname
field-preferred-name = Möchte genannt werden
field-birth-date = Geburtsdatum
field-language = Sprache
field-phone = Telefon
field-email = E-Mail
field-postal = Adresse
field-other = Anderes
field-note = Notiz
row-no-name = Der Name fehlt.
row-birth-date = Das Geburtsdatum kann nicht stimmen.
row-email = Das ist keine E-Mail-Adresse.
row-phone = Die Telefonnummer ist nicht lesbar.
row-too-long = Es steht mehr darin, als auf eine Karte passt.
row-broken = Buchstaben sind verloren gegangen. Sichern Sie die Datei im anderen Programm als UTF-8.
row-cells = Die Zellen passen nicht zu den Spalten.
row-cut-short = Die Datei endet mitten darin.
row-too-shared = Die Nummer oder E-Mail-Adresse steht schon auf 50 Karten und gehört also niemandem allein. Nehmen Sie sie aus der Zeile.
double-same-person = Schon da als { $name }: ausgelassen
double-in-file = Steht zweimal in der Datei: ausgelassen
double-same-contact = Teilt Nummer oder Adresse mit { $name }: wird übernommen
double-same-name = Heißt wie jemand hier: wird übernommen
contacts-earlier-one = { $n ->
     [one] Ein Patient
    *[other] { $n } Patienten
}
contacts-found = { $rows ->
     [one] Eine Zeile wurde angesehen. Noch ist nichts geschrieben.
    *[other] { $rows } Zeilen wurden angesehen. Noch ist nichts geschrieben.
}
contacts-good = { $n ->
     [one] Ein neuer Patient
    *[other] { $n } neue Patienten
}
contacts-possible = { $n ->
     [one] Eine Person davon könnte schon da sein. Sehen Sie danach unter den möglichen Dubletten nach.
    *[other] { $n } davon könnten schon da sein. Sehen Sie danach unter den möglichen Dubletten nach.
}
contacts-known = { $n ->
     [one] Eine Person ist schon da und bleibt, wie sie ist
    *[other] { $n } sind schon da und bleiben, wie sie sind
}
contacts-bad = { $n ->
     [one] Eine Zeile wird ausgelassen, weil etwas nicht stimmt
    *[other] { $n } Zeilen werden ausgelassen, weil etwas nicht stimmt
}
contacts-take = { $n ->
     [one] Einen Patienten importieren
    *[other] { $n } Patienten importieren
}
contacts-done = { $n ->
     [one] Fertig: eine neue Karte.
    *[other] Fertig: { $n } neue Karten.
}
contacts-stopped = { $n ->
     [one] Angehalten. Bis dahin entstand eine Karte.
    *[other] Angehalten. Bis dahin entstanden { $n } Karten.
}
contacts-known-done = { $n ->
     [one] Eine Person war schon da.
    *[other] { $n } waren schon da.
}
contacts-bad-done = { $n ->
     [one] Eine Zeile wurde ausgelassen.
    *[other] { $n } Zeilen wurden ausgelassen.
}
contacts-undone = { $n ->
     [one] Der Import ist rückgängig gemacht: Eine Karte ist weg.
    *[other] Der Import ist rückgängig gemacht: { $n } Karten sind weg.
}
contacts-stayed = { $n ->
     [one] Eine bleibt, weil seither jemand mit ihr gearbeitet hat.
    *[other] { $n } bleiben, weil seither jemand mit ihnen gearbeitet hat.
}
