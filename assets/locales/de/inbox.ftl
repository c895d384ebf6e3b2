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
list-all-incomplete = Seit { $time } vielleicht unvollständig
filter-channel = Kanal
channels-all = Alle Kanäle
order-longest = Längste Wartezeit zuerst
order-newest = Neueste zuerst
group-waiting = Warten auf Antwort
group-not-sent = Nicht gesendet
group-not-sent-unclear = Nicht gesendet oder unklar
empty-waiting = Alle beantwortet.
empty-not-sent = Nichts ist hängen geblieben.
empty-done = Noch nichts erledigt.
empty-all = Noch keine Gespräche.

mark-unopened = nicht geöffnet
mark-opened = geöffnet, nicht beantwortet
mark-not-sent = nicht gesendet
mark-unclear = vielleicht nicht gesendet
mark-queued = beantwortet, noch nicht gesendet
mark-answered = beantwortet
mark-done = erledigt
row-waiting = wartet { $span }
row-left = noch { $span } zum Antworten
row-queued = Geht noch raus
draft = Entwurf
draft-begun = Entwurf begonnen
reason-not-linked = Noch nicht zugeordnet
reason-missed = Verpasster Anruf
reason-not-sent = { $n ->
    [one] Nicht gesendet
   *[other] { $n } nicht gesendet
}
reason-unclear = { $n ->
    [one] Vielleicht nicht gesendet
   *[other] { $n } vielleicht nicht gesendet
}
reason-failed = { $n ->
    [one] Nicht zugestellt
   *[other] { $n } nicht zugestellt
}
reason-because = { $what }: { $why }
stuck-window = Antwortzeit vorbei
stuck-opted-out = möchte keine Nachrichten
stuck-account = Problem mit dem Konto
stuck-content = Inhalt nicht angenommen
stuck-file = Datei nicht lesbar
stuck-person = nicht erreichbar
stuck-channel = der Kanal nahm sie nicht an

preview-ours = Sie:
preview-file = { $kind }:
preview-note = Notiz:
preview-story = Story oder geteilter Beitrag
preview-taken-back = Nachricht zurückgenommen
preview-voicemail = Mailbox { $length }
preview-voicemail-said = Mailbox { $length }.
preview-quoted = „{ $words }“

split-list = Breite der Liste
split-card = Breite der Patientenkarte
