### La conversación: su cabecera, los mensajes, los archivos y las llamadas.

pane-conversation = Conversación
choose-conversation = Elija una conversación.
conversation-failed = Esta conversación no se pudo abrir
conversation-failed-safe = Sigue guardada con seguridad.
back-to-list = Volver a la lista
card = Ficha
call = Llamar
calling-desk = Suena su teléfono. Descuelgue para que le pasemos.
calling-patient = Llamando a { $name }
calling-talking = Hablando con { $name }
done = Hecho
reopen = Retomar la conversación
undo = Deshacer
not-linked = aún sin vincular a un paciente
may-be-incomplete = Posiblemente incompleto: sin noticias de { $channel } desde { $time }.
timeline = Conversación con { $name }
show-earlier = Mostrar mensajes anteriores
show-later = Mostrar mensajes posteriores
gap-before = Pueden faltar mensajes de antes de { $time }.
no-messages-yet = Todavía no hay mensajes.
jump-newest = Lo más reciente
jump-new = Mensaje nuevo
waiting-for = espera desde hace { $span }

message-ours = Escribimos, { $time }
message-theirs = La persona escribió, { $time }
taken-back = Retirado por la persona, { $time }
unsupported = Algo que Anteroom todavía no sabe mostrar
unsupported-kept = Está guardado. Véalo en la aplicación del canal. (Tipo: { $kind })
location = Un lugar
shared = Una publicación compartida
story-mention = Le mencionó en una historia
story-reply = Respondió a su historia
reactions = Reacciones
reaction-theirs = La persona reaccionó con
quote-of = Responde a { $who }:
quote-us = nosotros
quote-them = la persona
quote-without-words = Un mensaje sin texto
note-by = Nota de { $by }
note-by-at = { $by }, { $time }
note-staff-only = Esto solo lo ve el equipo

origin-elsewhere = Enviado desde { $channel } por la consulta
origin-automation = Enviado por una automatización de { $channel }
origin-template = { $name }, plantilla «{ $template }»

## Archivos

kind-image = Foto
kind-audio = Nota de voz
kind-video = Vídeo
kind-file = Archivo
kind-sticker = Pegatina
file-kind-size = { $kind }, { $size }
file-save = Guardar
file-saved = Guardado como { $path }
file-play = Reproducir
file-waiting = Se traerá en un momento.
file-retrying = No se pudo traer. Próximo intento a las { $time }.
file-retrying-until = No se pudo traer. Próximo intento a las { $time }, posible hasta { $until }.
file-gone = El canal ya no permite traerlo.
file-not-kept = Demasiado grande para guardarlo, o el canal lo prohíbe. Véalo en la aplicación del canal.
picture-open = { $name }, mostrar más grande
picture-shrink = { $name }, mostrar más pequeña
picture-broken = Esta imagen no se pudo mostrar. Sigue guardada.
player-play = Reproducir
player-pause = Pausa
player-speed = Velocidad, ahora { $speed } veces
player-place = Punto de la grabación
player-place-of = { $at } de { $of }
player-failed = Esta grabación no se pudo reproducir. Sigue guardada.

## Llamadas

call-in-ongoing = Llamada en curso
call-in-answered = Llamada atendida
call-in-missed = Llamada perdida
call-in-busy = Llamada perdida, comunicábamos
call-in-no-answer = Llamada perdida
call-in-failed = La llamada no llegó
call-in-cancelled = Colgó antes de que contestáramos
call-out-ongoing = Llamando
call-out-answered = Llamamos
call-out-missed = Llamamos, sin respuesta
call-out-busy = Llamamos, comunicaba
call-out-no-answer = Llamamos, sin respuesta
call-out-failed = Nuestra llamada no llegó
call-out-cancelled = Colgamos antes
call-by = por { $by }
call-rang = sonó { $span }
call-not-recorded = sin grabar
call-no-message = sin mensaje
call-back = Devolver la llamada
recording-coming = La grabación se está trayendo.
recording-silent = No se dijo nada.
recording-deleted = Eliminada en Twilio
recording-deleted-on = Eliminada en Twilio el { $day }
recording-delete = Eliminar en Twilio…
recording-delete-title = ¿Eliminar esta grabación en Twilio?
recording-delete-words = Twilio elimina su copia para siempre. La copia de este ordenador se queda y se puede seguir escuchando, y la transcripción automática también se queda.
recording-delete-only-copy = Desde entonces, la copia en los datos de esta clínica es la única.
recording-delete-keep = Dejarla allí
recording-delete-go = Eliminar en Twilio
recording-delete-done = Eliminada en Twilio. La copia de aquí se queda.
transcript-machine = Transcripción automática
transcript-jump = Reproducir desde { $at }
transcript-unsure = La máquina no estaba segura de esto.

## El envío, una vida

state-leaving = Sale en { $n } s
state-queued-turn = En cola, sale en un momento
state-queued-network = En cola, sale cuando haya conexión
state-queued-earlier = En cola tras un mensaje anterior
state-queued-provider = En cola, el canal nos pidió esperar
state-queued-sign-in = En cola hasta que alguien vuelva a iniciar sesión
state-queued-until = En cola, próximo intento a las { $time }
state-sending = Enviando
state-accepted = Aceptado
state-delivered = Entregado
state-read = Leído
state-overdue = Sin confirmación de entrega desde { $time }. Puede que no haya llegado.
state-unknown = { $provider } no respondió a las { $time }. Puede que se haya enviado o puede que no.
state-unknown-checking = Buscando este mensaje en { $provider }.
state-held = Retenido a las { $time }, no enviado.
state-failed = No entregado.
take-back = Recuperar
it-arrived = Llegó
send-again = Enviar de nuevo
use-template = Usar una plantilla
edit-words = Modificar y enviar de nuevo
discard = Descartar

held-window-closed = El plazo para responder libremente por { $channel } había terminado.
held-opted-out = Esta persona pidió no recibir más mensajes por { $channel }.
held-account-gone = La cuenta de { $channel } ya no está conectada.
held-does-not-fit = No cabe en lo que { $channel } acepta.
held-attachment-gone = Su archivo ya no se puede leer.
held-not-sent = Miramos en { $provider } y no estaba.

failed-outside-window = El plazo para responder libremente por { $channel } había terminado.
failed-late-reply-refused = { $channel } no aceptó una respuesta tan tardía. O bien Meta no ha aprobado las respuestas tardías para su aplicación, y entonces desactívelas en Ajustes, o bien han pasado los 7 días. Llame, o espere a que la persona escriba.
failed-opted-out = Esta persona pidió no recibir más mensajes por { $channel }.
failed-unreachable = { $channel } no puede llegar a esta dirección.
failed-unavailable = Esta persona no puede recibir mensajes en este momento.
failed-content-refused = { $provider } rechazó su contenido o su tamaño. Cámbielo o acórtelo.
failed-template-refused = { $provider } rechazó la plantilla. Elija otra.
failed-sign-in-needed = { $provider } le pide que vuelva a iniciar sesión. Hágalo en { nav-settings }, { settings-accounts } y envíelo de nuevo.
failed-missing-right = Falta un permiso en { $provider }. Vuelva a iniciar sesión en { nav-settings }, { settings-accounts }, concédalo y envíelo de nuevo.
failed-account-restricted = { $provider } no deja que su cuenta envíe esto: allí hay que configurar o aprobar algo, o la cuenta está restringida. Mire en { $provider }, o pregunte a quien se ocupa de la cuenta.
failed-provider-down = { $provider } estuvo averiado demasiado tiempo. Envíelo de nuevo más tarde, o llame.
failed-rate-limited = Salieron demasiados mensajes a la vez. Espere unos minutos y envíelo de nuevo.
failed-refused = { $provider } lo rechazó por una razón que no conocemos. Pruebe con otras palabras o por otra vía.
failed-code = código { $code }

## Solo para lectores de pantalla

said-leaving = En camino. Se puede recuperar durante unos segundos.
said-taken-back = De vuelta en el campo de respuesta.
said-arrived = { $name } escribió: { $words }
said-something = algo sin texto
said-window-last = Queda un cuarto de hora para responder.
said-window-closed = El plazo para responder libremente ha terminado.

## Direcciones en los mensajes

link-title = ¿Abrir esta dirección?
link-leads-to = Lleva a
link-disguised = Este nombre está escrito con letras de otro alfabeto y se muestra aquí como lo lee la red. Puede que solo se parezca a un nombre que usted conoce.
link-not-encrypted = Lo que escriba allí puede leerse por el camino.
link-stay = Quedarse aquí
link-open = Abrir en el navegador
toasts = Avisos breves
