pane-list = Liste: { $queue }
list-waiting = { $n ->
    [one] 1 Person, wartet { $span }
   *[other] { $n } Personen, am längsten { $span }
}
list-people = { $n ->
    [0] Niemand hier
    [one] 1 Gespräch
   *[other] { $more ->
        [yes] { $n } und mehr Gespräche
       *[no] { $n } Gespräche
    }
}
list-checked = Zuletzt geprüft { $time }.
list-failed = Die Liste konnte nicht gelesen werden
list-incomplete = { $channel } seit { $time } vielleicht unvollständig
filter-channel = Kanal
channels-all = Alle Kanäle
order-longest = Längste Wartezeit zuerst
order-newest = Neueste zuerst
group-waiting = Warten auf Antwort
group-not-sent = Nicht gesendet
empty-waiting = Alle beantwortet.
empty-not-sent = Alles wurde gesendet.
empty-done = Noch nichts erledigt.
empty-all = Noch keine Gespräche.

mark-unopened = nicht geöffnet
mark-opened = geöffnet, nicht beantwortet
mark-not-sent = nicht gesendet
mark-answered = beantwortet
mark-done = erledigt
row-waiting = wartet { $span }
row-left = noch { $span } zum Antworten
draft = Entwurf
draft-begun = Entwurf begonnen
reason-new = Neu hier
reason-missed = Verpasster Anruf
reason-window = Antwortzeit vorbei
reason-not-sent = { $n ->
    [one] Nicht gesendet
   *[other] { $n } nicht gesendet
}

preview-ours = Sie: { $words }
preview-file-words = { $kind }: { $words }
preview-note = Notiz: { $words }
preview-story = Story oder geteilter Beitrag
preview-taken-back = Nachricht zurückgenommen
preview-voicemail = Mailbox { $length }
preview-voicemail-words = Mailbox { $length }. „{ $words }“

split-list = Breite der Liste
split-card = Breite der Patientenkarte
