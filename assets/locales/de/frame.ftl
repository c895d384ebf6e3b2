window-title = { $n ->
    [0] { $clinic }
   *[other] { $clinic }, { $n } warten
}
nav-main = Hauptmenü
nav-queues = Listen
nav-inbox = Eingang
nav-settings = Einstellungen
nav-on-desk = Am Empfang
nav-you = { $name }, Sie
search-open = Suchen oder springen
search-short = Suchen
comma = { ", " }
close = Schließen
cancel = Abbrechen
save = Speichern
try-again = Noch einmal versuchen
start-failed = Anteroom konnte nicht starten

channel-instagram = Instagram
channel-whatsapp = WhatsApp
channel-sms = SMS
channel-phone = Telefon

queue-waiting = Wartend
queue-not-sent = Nicht gesendet
queue-done = Erledigt
queue-all = Alle

demo-title = Demopraxis
demo-text = Alle hier sind erfunden.
demo-remove = Demo entfernen
demo-removed = Die Demopraxis ist weg.

day-today = Heute
day-yesterday = Gestern
span-now = jetzt
span-seconds = { $n } s
span-minutes = { $n } min
span-hours = { $n } h
span-hours-minutes = { $h } h { $m } min
span-minutes-seconds = { $m } min { $s } s
span-days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
}
size-bytes = { $n } B
size-kilobytes = { $n } KB
size-megabytes = { $n } MB

status-bar = Was auf dem Stand ist
status-no-accounts = Noch kein Kanal ist verbunden
status-starting = Die Kanäle werden zum ersten Mal abgefragt
status-spoken-up-to-date = Auf aktuellem Stand
status-spoken-catching-up = Holt auf
status-up-to-date = Auf dem Stand von { $time }
status-catching-up = Holt auf, { $done } bisher. Sie können weiterarbeiten.
status-offline = Offline seit { $time }
status-behind = { $channel } hängt seit { $time }
status-behind-never = { $channel } wurde noch nicht erreicht
status-sign-in = { $channel } verlangt eine neue Anmeldung
status-connect = Einen verbinden
status-fix = Beheben
status-sign-in-act = Anmelden
status-waiting = { $n } warten, am längsten { $span }
status-nobody-waiting = Niemand wartet
status-queued = { $n ->
    [0] Nichts in der Warteschlange
    [one] { $n } Antwort in der Warteschlange
   *[other] { $n } Antworten in der Warteschlange
}
status-channel-checked = { $channel } { $time }, zuletzt geprüft
status-channel-behind = { $channel }, hängt
status-channel-behind-since = { $channel } { $time }, hängt seitdem
status-channel-off = { $channel }, wird nicht abgefragt
status-disk-full = Die Festplatte ist voll. Neue Nachrichten können erst aufbewahrt werden, wenn Platz ist.
status-disk-read-only = In den Ordner der Praxis kann nicht geschrieben werden. Neue Nachrichten können nicht aufbewahrt werden.
status-disk-gone = Der Ordner der Praxis ist weg. Schließen Sie das Laufwerk wieder an; nichts wird gelöscht.

## After a disk lost something

lost-changes = { $n ->
    [one] Dieser Datenträger hat die letzte Änderung verloren. Sie wird neu geholt, soweit ein Anbieter sie noch hat. Sehen Sie „Nicht gesendet“ durch, bevor Sie schreiben.
   *[other] Dieser Datenträger hat die letzten { $n } Änderungen verloren. Sie werden neu geholt, soweit ein Anbieter sie noch hat. Sehen Sie „Nicht gesendet“ durch, bevor Sie schreiben.
}
lost-changes-read = Gelesen
