pane-card = Patientenkarte
card-close = Karte schließen
card-nobody = { $channel }, auf keiner Karte
card-unknown = Niemand hat bisher gesagt, wer das ist.
patient-since = in der Praxis seit { $year }
patient-born = { $date }, { $age } · { $since }
patient-name = Name
patient-birth-date = Geburtsdatum
patient-language = Sprache
patient-language-unknown = Nicht bekannt
patient-note = Notiz am Empfang
patient-note-none = Keine
patient-edit = Ändern
patient-create = Patientenkarte anlegen
reaches-us-by = Erreicht uns über
identity-first = Karte hieraus angelegt, { $day }
identity-linked-by = Zugeordnet von { $by }, { $day }. Kann gelöst werden.
identity-linked = Zugeordnet, { $day }. Kann gelöst werden.
identity-unlinked = Niemandem zugeordnet
identity-last-wrote = Schrieb zuletzt { $time }
identity-opted-out = Keine Nachrichten gewünscht
identity-unlink = Lösen
identity-open = Gespräch mit { $address } öffnen
who-could-it-be = Wer könnte das sein
could-also-be = Könnte auch sein
could-be-same-number = Dieselbe Nummer bei { $channel }
could-be-same-name = Derselbe Name bei { $channel }
link-to = { $name } zuordnen
link-promise = Nichts wird zugeordnet, bevor Sie es drücken, und es lässt sich lösen.
linked = { $name } zugeordnet.
unlinked = Die Zuordnung wurde gelöst.
calls = Anrufe
calls-recent = { $n ->
    [one] 1 Anruf mit dieser Nummer
   *[other] { $n } Anrufe mit dieser Nummer
}
