dock-tools = Wege zu antworten
dock-reply = Antwort
dock-note = Notiz
dock-template = Vorlage
reply-to = An { $name } schreiben
reply-closed = Freies Schreiben ist gerade nicht möglich
send = Senden
send-template = Vorlage senden
attach = Anhängen
files = Dateien, die mitgehen
file-drop = { $name } entfernen
file-adding = Eine Datei wird angehängt
file-too-big = { $name } ist zu groß. { $channel } nimmt höchstens { $most }.
file-kind-refused = { $channel } nimmt Dateien wie { $name } nicht.
quoting = Antwortet auf eine Nachricht der Person
quoting-words = Antwortet auf „{ $words }“
quote = Zitieren
quote-drop = Nicht zitieren
left-characters = { $n ->
    [one] noch 1 Zeichen
   *[other] noch { $n } Zeichen
}
left-bytes = Noch Platz für { $n } Byte; Umlaute und Emoji zählen mehr als eins
over-characters = { $n ->
    [one] 1 Zeichen zu lang
   *[other] { $n } Zeichen zu lang
}
over-bytes = Um { $n } Byte zu lang; Umlaute und Emoji zählen mehr als eins

window-left = noch { $span }
window-closed = seit { $time } zu
window-never = noch keine Nachricht von dort
window-none = ohne Zeitgrenze
window-human = Jetzt sind nur Antworten erlaubt, die ein Mensch schreibt.

note-write = Eine Notiz für das Team schreiben
note-keep = Notiz behalten

closed-template = { $name } hat seit 24 Stunden nicht geschrieben, darum erlaubt { $channel } nur eine genehmigte Vorlage.
closed-template-then = Freies Schreiben geht wieder, sobald eine Antwort kommt.
closed-wait = { $name } hat länger nicht geschrieben, darum erlaubt { $channel } jetzt keine Nachricht.
closed-wait-then = Schreiben geht wieder, sobald von dort etwas kommt. Auf einem anderen Kanal geht es auch jetzt.
closed-opted-out = Diese Person möchte auf { $channel } keine Nachrichten mehr.
closed-opted-out-then = Hier kann nichts gesendet werden, bis sie START schreibt. Ein Anruf geht, wo Sie eine Nummer haben.
closed-disconnected = Das Konto für { $channel } ist nicht mehr verbunden.
closed-disconnected-then = Verbinden Sie es unter Einstellungen, um hier zu schreiben.

templates = Vorlagen
templates-find = Vorlage suchen
templates-none = Es gibt noch keine genehmigte Vorlage.
templates-none-then = Vorlagen werden in den Einstellungen des Kanals gemacht und genehmigt; danach erscheinen sie hier.
templates-not-found = Keine Vorlage mit „{ $words }“.
templates-read = Liste gelesen { $time }
template-utility = Sachlich
template-marketing = Werbung
template-authentication = Code
template-paused = Angehalten
template-rejected = Abgelehnt
template-pending = Wartet auf Genehmigung
template-not-allowed = Darf nicht gesendet werden
template-preview = Was { $name } sehen wird
template-blank = Lücke { $n }
template-example = zum Beispiel { $example }
template-missing = { $n ->
    [one] Eine Lücke ist noch leer.
   *[other] { $n } Lücken sind noch leer.
}
