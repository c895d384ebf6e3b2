### Respuestas guardadas: la lista sobre el campo, los huecos y la página donde se guardan.

reply-or-saved = Escribir a { $name }, o / para una respuesta guardada
saved-reply = Respuesta guardada
saved-list = Respuestas guardadas
saved-choose = elegir
saved-insert = insertar
saved-next-blank = siguiente hueco
saved-close = cerrar
saved-none = Ninguna respuesta guardada con «{ $words }».
saved-none-yet = Todavía no hay respuestas guardadas.
saved-manage = Abrir los ajustes
saved-found = { $n ->
    [0] Ninguna respuesta guardada encaja
    [one] Encaja una respuesta guardada
    [many] Encajan { $n } respuestas guardadas
   *[other] Encajan { $n } respuestas guardadas
}
saved-blank = { $n ->
    [one] Hueco: { $name }. El único.
    [many] Hueco: { $name }. Quedan { $n }.
   *[other] Hueco: { $name }. Quedan { $n }.
}
saved-blank-left = Rellene «{ $name }» antes de enviar. Tab le lleva allí.

saved-variable-patient = nombre del paciente
saved-variable-first-name = nombre de pila
saved-variable-practice = clínica
saved-variable-staff = su nombre
saved-variable-practitioner = profesional
saved-variable-next-appointment = próxima cita
saved-variable-opening-hours = horario
saved-variable-today = fecha de hoy

settings-saved = Respuestas guardadas
    .words = Lo que escribe cada día, en el idioma del paciente
saved-empty = Todavía no hay respuestas guardadas.
saved-empty-then = Escriba las suyas o empiece con ocho habituales. Cada una tiene un texto en seis idiomas, y cada paciente recibe el suyo.
saved-start = Añadir ocho respuestas habituales
saved-started = { $n ->
    [one] Una respuesta añadida.
    [many] { $n } respuestas añadidas.
   *[other] { $n } respuestas añadidas.
}
saved-new = Nueva respuesta guardada
saved-used = { $n ->
    [0] sin usar todavía
    [one] usada una vez
    [many] usada { $n } veces
   *[other] usada { $n } veces
}
saved-edit = Editar { $title }
saved-edit-short = Editar
saved-remove = Quitar { $title }
saved-remove-short = Quitar
saved-up = Subir { $title }
saved-down = Bajar { $title }
saved-kept = { $title }: guardada.
saved-removed = { $title }: quitada.
saved-title = Nombre en la lista
saved-shortcut = Atajo
saved-shortcut-help = Lo que se escribe después de /. Letras, cifras y guiones.
saved-languages = Idioma del texto
saved-text = Texto en { $language }
saved-text-help = { "{{first_name|qué tal}}" } se convierte en el nombre, o en «qué tal» cuando no se conoce. Lo que no se conoce y no tiene otra palabra queda como un hueco por rellenar.
saved-variables = Insertar lo que la clínica sabe
saved-preview = Así se ve para un paciente inventado
saved-unknown = { $n ->
    [one] Hay que rellenar un hueco cada vez.
    [many] Hay que rellenar { $n } huecos cada vez.
   *[other] Hay que rellenar { $n } huecos cada vez.
}
saved-problem-title = Póngale un nombre de hasta 80 caracteres.
saved-problem-shortcut = Hasta 30 letras, cifras y guiones.
saved-problem-text = Escriba un texto en al menos un idioma, de hasta 4.000 caracteres.
saved-problem-too-many = Ya hay 500 respuestas guardadas. Quite algunas antes.

error-blank-unfilled = No se ha enviado: queda un hueco vacío. Rellénelo y envíe de nuevo.
