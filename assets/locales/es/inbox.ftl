### La lista de conversaciones.

pane-list = Lista: { $queue }
list-waiting = { $n ->
    [one] { $n } persona, espera desde hace { $span }
    [many] { $n } de personas, la espera más larga { $span }
   *[other] { $n } personas, la espera más larga { $span }
}
list-people = { $n ->
    [0] Nadie aquí
    [one] { $n } conversación
    [many] { $more ->
        [yes] { $n } de conversaciones y más
       *[no] { $n } de conversaciones
    }
   *[other] { $more ->
        [yes] { $n } conversaciones y más
       *[no] { $n } conversaciones
    }
}
list-checked = Última comprobación { $time }.
list-failed = La lista no se pudo leer
list-incomplete = { $channel } puede estar incompleto desde { $time }
list-all-incomplete = Posiblemente incompleto desde { $time }
filter-channel = Canal
channels-all = Todos los canales
order-longest = La espera más larga primero
order-newest = Lo más reciente primero
group-waiting = En espera de respuesta
group-not-sent = No enviados
group-not-sent-unclear = No enviados, o sin certeza
empty-waiting = Todo respondido.
empty-not-sent = No hay nada atascado.
empty-done = Todavía no hay nada marcado como hecho.
empty-all = Todavía no hay conversaciones.

mark-unopened = sin abrir
mark-opened = abierto, nadie ha respondido
mark-not-sent = no enviado
mark-unclear = puede que no se haya enviado
mark-queued = respondido, aún sin enviar
mark-answered = respondido
mark-done = hecho
row-waiting = espera desde hace { $span }
row-left = quedan { $span } para responder
row-queued = En cola
draft = Borrador
draft-begun = borrador empezado
reason-not-linked = Aún sin vincular
reason-missed = Llamada perdida
reason-not-sent = { $n ->
    [one] No enviado
    [many] { $n } de mensajes no enviados
   *[other] { $n } no enviados
}
reason-unclear = { $n ->
    [one] Puede que no se haya enviado
    [many] { $n } de mensajes puede que no se hayan enviado
   *[other] { $n } puede que no se hayan enviado
}
reason-failed = { $n ->
    [one] No entregado
    [many] { $n } de mensajes no entregados
   *[other] { $n } no entregados
}
reason-because = { $what }: { $why }
stuck-window = plazo de respuesta terminado
stuck-opted-out = no desea mensajes
stuck-account = problema con la cuenta
stuck-content = contenido no aceptado
stuck-file = archivo ilegible
stuck-person = no se puede contactar
stuck-channel = el canal no lo aceptó

preview-ours = Usted:
preview-file = { $kind }:
preview-note = Nota:
preview-story = Historia o publicación compartida
preview-taken-back = Mensaje retirado
preview-voicemail = Mensaje de voz { $length }
preview-voicemail-said = Mensaje de voz { $length }.
preview-quoted = «{ $words }»

split-list = Ancho de la lista
split-card = Ancho de la ficha del paciente
