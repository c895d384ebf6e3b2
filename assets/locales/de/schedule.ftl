### Antworten, die später hinausgehen: das Menü neben „Senden“, die Wahl der Zeit und was auf sie wartet.

day-tomorrow = Morgen
time-on-day = { $day }, { $time }

send-more = Weitere Arten zu senden
send-snooze = Senden und zurückstellen, bis eine Antwort kommt
send-later = Zeit wählen …
key-schedule = Zeit für die Antwort wählen

schedule-title = Später senden
schedule-when = Wann soll sie hinausgehen?
schedule-example = „di 15 uhr“, „morgen 8:00“, „in 2 stunden“
schedule-times = Zeiten zur Auswahl
schedule-not-read = Nicht als Zeit verstanden. Zum Beispiel „di 15 uhr“ oder „25.11. 9:00“.
schedule-go = Senden: { $time }
schedule-unless = Nicht, wenn { $name } vorher schreibt oder anruft
schedule-open = { $channel } ist offen bis { $until }.
schedule-no-limit = { $channel } hat keine zeitliche Grenze.
schedule-template = { $channel } schließt { $until }. Zu dieser Zeit geht nur noch eine genehmigte Vorlage.
schedule-closed = { $channel } schließt { $until }. Zu dieser Zeit lässt sich nichts senden, außer es wird vorher geschrieben.
schedule-never = Hier wurde noch nie geschrieben, daher erlaubt { $channel } kein freies Schreiben.
schedule-use-template = Vorlage wählen

time-choice-later-today = Später heute
time-choice-next-opening = Wenn wir öffnen
time-choice-tomorrow = Morgen früh
time-choice-in-two-days = In zwei Tagen
time-choice-next-week = Nächste Woche
time-choice-in-a-week = In einer Woche
time-choice-in-a-month = In einem Monat

leaves-at = Geht hinaus: { $time }
leaves-at-drop = Doch gleich senden
said-scheduled = Wird gesendet: { $time }.
said-unscheduled = Wird nicht mehr später gesendet.

state-scheduled = Geplant für { $time }
state-scheduled-unless = Geplant für { $time }, falls vorher niemand schreibt oder anruft
scheduled-edit = Bearbeiten
scheduled-now = Jetzt senden
scheduled-move = Zeit ändern
scheduled-another = Andere Zeit wählen
toast-unscheduled = Nicht mehr geplant. Die Worte stehen im Antwortfeld.
toast-unscheduled-template = Die Vorlage ist nicht mehr geplant.

held-missed-time = Sie sollte { $due } hinausgehen. Dieser Computer war da ausgeschaltet oder offline.
held-patient-wrote = Sie sollte { $due } hinausgehen, falls vorher niemand schreibt oder anruft. Es hat sich vorher jemand gemeldet.
stuck-time = Zeit verpasst
stuck-wrote = es hat sich vorher jemand gemeldet

queue-scheduled = Geplant
empty-scheduled = Keine Antwort wartet auf ihre Zeit.
mark-scheduled = beantwortet, und die Antwort wartet auf ihre Zeit
