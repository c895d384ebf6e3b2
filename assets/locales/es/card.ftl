### La ficha del paciente.

pane-card = Ficha del paciente
card-close = Cerrar la ficha
card-nobody = { $channel }, en la ficha de nadie
card-unknown = Nadie ha dicho todavía quién es.
patient-since = paciente desde { $year }
patient-born = { $date }, { $age } · { $since }
patient-name = Nombre
patient-birth-date = Fecha de nacimiento
patient-language = Idioma
patient-language-unknown = No se sabe
patient-note = Nota de recepción
patient-note-none = Ninguna
patient-edit = Modificar
patient-create = Crear una ficha
reaches-us-by = Nos escribe o llama por
identity-first = Ficha creada a partir de aquí, { $day }
identity-linked-by = Vinculado por { $by }, { $day }. Se puede deshacer.
identity-linked = Vinculado, { $day }. Se puede deshacer.
identity-unlinked = Sin vincular a nadie
identity-last-wrote = Escribió por última vez { $time }
identity-opted-out = No desea mensajes
identity-unlink = Desvincular
identity-open = Abrir la conversación con { $address }
who-could-it-be = Quién podría ser
could-also-be = También podría ser
could-be-same-number = El mismo número en { $channel }
could-be-same-name = El mismo nombre en { $channel }
link-to = Vincular a { $name }
link-promise = No se vincula nada hasta que usted pulse Vincular, y un vínculo se puede deshacer.
linked = Vinculado a { $name }.
unlinked = El vínculo se deshizo.
calls = Llamadas
calls-recent = { $n ->
    [one] { $n } llamada con este número
    [many] { $n } de llamadas con este número
   *[other] { $n } llamadas con este número
}
