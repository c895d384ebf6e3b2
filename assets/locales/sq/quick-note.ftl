### Shënimi i shpejtë për thirrjen.

quick-note-title = Shënim i shpejtë
quick-note-caller = Në telefon që nga { $time }
quick-note-here = Biseda e hapur
quick-note-chosen = E zgjodhët ju
quick-note-nobody = Askush nuk po telefonon.
quick-note-about = Për { $name }
quick-note-whom = Për kë është shënimi
quick-note-other = Dikush tjetër
quick-note-find = Emër ose numër
quick-note-none = Nuk gjendet askush për “{ $words }”.
quick-note-found = { $n ->
    [one] 1 person
   *[other] { $n } persona
}
quick-note-kept = Shënimi për { $name } u ruajt.
quick-note-stays = Esc mbyll dhe i ruan fjalët tuaja për herën tjetër.
