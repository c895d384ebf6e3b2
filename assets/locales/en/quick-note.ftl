### The quick note on whoever is calling.

quick-note-title = Quick note
quick-note-caller = On the telephone since { $time }
quick-note-here = The open conversation
quick-note-chosen = Chosen by you
quick-note-nobody = Nobody is calling.
quick-note-about = About { $name }
quick-note-whom = Whom the note is about
quick-note-other = Somebody else
quick-note-find = Name or number
quick-note-none = Nobody is found for “{ $words }”.
quick-note-found = { $n ->
    [one] 1 person
   *[other] { $n } people
}
quick-note-kept = Note about { $name } kept.
quick-note-stays = Esc closes and keeps your words for the next time.
