### La nota rápida sobre quien llama.

quick-note-title = Nota rápida
quick-note-caller = Al teléfono desde { $time }
quick-note-here = La conversación abierta
quick-note-chosen = Elegido por usted
quick-note-nobody = No llama nadie.
quick-note-about = Sobre { $name }
quick-note-whom = De quién trata la nota
quick-note-other = Otra persona
quick-note-find = Nombre o número
quick-note-none = No se encuentra a nadie con «{ $words }».
quick-note-found = { $n ->
    [one] { $n } persona
    [many] { $n } de personas
   *[other] { $n } personas
}
quick-note-kept = Nota sobre { $name } guardada.
quick-note-stays = Esc cierra y guarda sus palabras para la próxima vez.
