### Die schnelle Notiz zum Anruf.

quick-note-title = Schnelle Notiz
quick-note-caller = Am Telefon seit { $time }
quick-note-here = Das offene Gespräch
quick-note-chosen = Von Ihnen gewählt
quick-note-nobody = Niemand ruft an.
quick-note-about = Über { $name }
quick-note-whom = Um wen es geht
quick-note-other = Jemand anderes
quick-note-find = Name oder Nummer
quick-note-none = Zu „{ $words }“ ist niemand zu finden.
quick-note-found = { $n ->
    [one] 1 Person
   *[other] { $n } Personen
}
quick-note-kept = Notiz zu { $name } behalten.
quick-note-stays = Esc schließt und behält Ihre Worte für das nächste Mal.
