### El pie de la conversación: respuesta, nota, plantilla.

dock-tools = Formas de responder
dock-reply = Respuesta
dock-note = Nota
dock-template = Plantilla
reply-to = Escribir a { $name }
reply-closed = Ahora no es posible escribir libremente
send = Enviar
send-template = Enviar la plantilla
attach = Adjuntar
files = Archivos adjuntos
file-drop = Quitar { $name }
file-adding = Añadiendo un archivo
file-too-big = { $name } es demasiado grande. { $channel } acepta hasta { $most }.
file-kind-refused = { $channel } no acepta archivos como { $name }.
quoting = Responde a un mensaje de la persona
quoting-words = Responde a «{ $words }»
quote = Citar
quote-drop = No citar
left-characters = { $n ->
    [one] Queda { $n } carácter
    [many] Quedan { $n } de caracteres
   *[other] Quedan { $n } caracteres
}
left-bytes = Caben { $n } bytes más; los acentos y los emojis cuentan más de uno
over-characters = { $n ->
    [one] Sobra { $n } carácter
    [many] Sobran { $n } de caracteres
   *[other] Sobran { $n } caracteres
}
over-bytes = Sobran { $n } bytes; los acentos y los emojis cuentan más de uno

window-left = quedan { $span }
window-closed = cerrado { $time }
window-never = sin mensajes de esta persona
window-none = sin límite de tiempo
window-human = Ahora solo se permiten respuestas escritas por una persona.

note-write = Escribir una nota para el equipo
note-keep = Guardar la nota

closed-template = { $name } no ha escrito en 24 horas, por eso { $channel } solo permite una plantilla aprobada.
closed-template-then = Podrá volver a escribir libremente en cuanto responda.
closed-wait = { $name } lleva un tiempo sin escribir, por eso { $channel } no permite ahora ningún mensaje.
closed-wait-then = Podrá volver a escribir en cuanto llegue un mensaje suyo. Sigue siendo posible por otro canal.
closed-opted-out = Esta persona pidió no recibir más mensajes por { $channel }.
closed-opted-out-then = Aquí no se puede enviar nada hasta que escriba START. Sigue siendo posible llamar si usted tiene un número.
closed-disconnected = La cuenta de { $channel } ya no está conectada.
closed-disconnected-then = Vuelva a conectarla en Ajustes para escribir aquí.

templates = Plantillas
templates-find = Buscar una plantilla
templates-none = Todavía no hay ninguna plantilla aprobada.
templates-none-then = Las plantillas se crean y se aprueban en los ajustes del propio canal; después aparecen aquí.
templates-not-found = Ninguna plantilla con «{ $words }».
templates-read = Lista leída { $time }
template-utility = Utilidad
template-marketing = Publicidad
template-authentication = Código
template-paused = En pausa
template-rejected = Rechazada
template-pending = Pendiente de aprobación
template-not-allowed = No se puede enviar
template-preview = Lo que verá { $name }
template-blank = Hueco { $n }
template-example = por ejemplo { $example }
template-missing = { $n ->
    [one] Un hueco sigue vacío.
    [many] { $n } de huecos siguen vacíos.
   *[other] { $n } huecos siguen vacíos.
}
