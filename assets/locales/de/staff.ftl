### Die Leute am Empfang: wer dort sitzt, wer noch an einem Gespräch ist, was eine Schicht der nächsten hinterlässt.

queue-mentioned = Erwähnungen
empty-mentioned = Keine Notiz wartet auf Sie.

# Jemand anderes übernimmt diesen Rechner; niemand meldet sich an oder ab.
staff-sit-down = Wechseln
staff-sit-down-as = Zu { $name } wechseln
staff-sit-down-whom = { staff-sit-down }: { $name }
staff-on-desk-is = Am Empfang: { $name }
staff-more = { $n ->
    [one] 1 weitere Person
   *[other] { $n } weitere Personen
}
staff-here-now = Jetzt ist { $name } da.
staff-not-kept = Was Sie getippt haben, ließ sich noch nicht speichern. Deshalb wurde nicht gewechselt. Schaffen Sie Platz auf der Festplatte und versuchen Sie es noch einmal.

## Die Seite der Leute in den Einstellungen

settings-people = Team
    .words = Wer an diesem Empfang sitzt
staff-intro = Alles wird unter dem Namen der Person festgehalten, die am Empfang sitzt. Jede hat ihre eigenen Entwürfe.
staff-edit = Bearbeiten
staff-edit-whom = { $name } bearbeiten
staff-leave = Ist gegangen
staff-leave-whom = { $name } ist gegangen
staff-left = { $name } arbeitet nicht mehr hier. Das Geschriebene bleibt unter diesem Namen.
staff-return = Arbeitet wieder hier
staff-return-whom = { $name } arbeitet wieder hier
staff-add = Jemanden hinzufügen
staff-gone = Nicht mehr hier
    .words = Was sie geschrieben haben, bleibt unter ihrem Namen.
staff-gone-since = seit { $day }
staff-name = Name
staff-name-missing = Geben Sie einen Namen ein.
staff-name-taken = So heißt hier schon jemand. Ergänzen Sie einen zweiten Namen oder einen Buchstaben.
staff-initials = Kürzel
staff-initials-help = Leer gelassen entsteht es aus dem Namen.
staff-initials-long = Höchstens drei Buchstaben.
staff-colour = Farbe
staff-colour-1 = Blau
staff-colour-2 = Grün
staff-colour-3 = Ocker
staff-colour-4 = Rosa
staff-colour-5 = Petrol
staff-colour-6 = Violett

## Wer noch an einem Gespräch ist

others-here = Wer noch hier dran ist
other-writing = { $name } schreibt gerade
other-began = { $name } hat eine Antwort begonnen
other-looked = { $name } hat dies geöffnet, { $time }
began-writing = { $name } schreibt gerade eine Antwort.
began-today = { $name } hat um { $time } eine Antwort begonnen.
# $time ist ein Tag, vielleicht mit Uhrzeit.
began-earlier = { $name } hat eine Antwort begonnen ({ $time }).
take-over = Übernehmen
take-over-use = In meine Antwort setzen
take-over-not = Lassen
take-over-stays = { $name } behält diese Worte auch.
take-over-files = { $n ->
    [one] 1 Datei bleibt bei { $name }.
   *[other] { $n } Dateien bleiben bei { $name }.
}
took-over = Die Worte von { $name } stehen in Ihrer Antwort.

## Von Schicht zu Schicht

handover-title = Von Schicht zu Schicht
handover-unread = { $n ->
    [one] 1 ungelesene Notiz der vorigen Schicht
   *[other] { $n } ungelesene Notizen der vorigen Schicht
}
handover-write = Für alle schreiben, die nach Ihnen kommen
handover-keep = Notiz hinterlassen
handover-stays = Notizen bleiben hier; niemandes Worte werden entfernt.
handover-before = Früher hinterlassen
handover-none = Noch wurde nichts hinterlassen.
handover-from = Notiz von { $name }, { $time }
handover-tick = Abhaken
handover-ticked = Abgehakt.
handover-left = Die Notiz wartet auf alle, die nach Ihnen kommen.
handover-more = { $n ->
    [one] 1 weitere Notiz
   *[other] { $n } weitere Notizen
}
handover-arrived = { $n ->
    [one] Eine Notiz aus einer früheren Schicht
   *[other] { $n } Notizen aus früheren Schichten
}

## Namen in Notizen

mention-list = Wer erwähnt werden kann
mention-offered = { $n ->
    [one] 1 Person. Pfeiltasten wählen, Enter übernimmt.
   *[other] { $n } Personen. Pfeiltasten wählen, Enter übernimmt.
}
