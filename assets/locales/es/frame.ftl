### El marco de la ventana: navegación, barra de estado, horas y palabras que aparecen en todas partes.

# Se muestra en el título de la ventana del sistema. Esperan $n personas.
window-title = { $n ->
    [0] { $clinic }
   *[other] { $clinic }, { $n } en espera
}
nav-main = Navegación
nav-queues = Colas
nav-inbox = Entrada
nav-settings = Ajustes
nav-on-desk = En recepción
nav-you = { $name }, usted
search-open = Buscar o ir a
search-short = Buscar
comma = { ", " }
close = Cerrar
cancel = Cancelar
save = Guardar
try-again = Intentar de nuevo
start-failed = Anteroom no pudo iniciarse

channel-instagram = Instagram
channel-whatsapp = WhatsApp
channel-sms = SMS
channel-phone = Teléfono

queue-waiting = En espera
queue-not-sent = No enviados
queue-done = Hechas
queue-all = Todas

demo-title = Clínica de demostración
demo-text = Aquí todas las personas son inventadas.
demo-remove = Quitar la demostración
demo-removed = La clínica de demostración ya no está.

## Horas

day-today = Hoy
day-yesterday = Ayer
span-now = un momento
span-seconds = { $n } s
span-minutes = { $n } min
span-hours = { $n } h
span-hours-minutes = { $h } h { $m } min
span-minutes-seconds = { $m } min { $s } s
span-days = { $n ->
    [one] { $n } día
    [many] { $n } de días
   *[other] { $n } días
}
size-bytes = { $n } B
size-kilobytes = { $n } KB
size-megabytes = { $n } MB

## Barra de estado

status-bar = Qué está al día
status-no-accounts = Todavía no hay ningún canal conectado
status-starting = Preguntando a los canales por primera vez
status-spoken-up-to-date = Al día
status-spoken-catching-up = Poniéndose al día
status-up-to-date = Al día { $time }
status-catching-up = Poniéndose al día, { $done } hasta ahora. Mientras tanto puede trabajar.
status-offline = Sin conexión desde { $time }
status-behind = { $channel } con retraso desde { $time }
status-behind-never = Todavía no se ha llegado a { $channel }
status-sign-in = { $channel } le pide que vuelva a iniciar sesión
status-connect = Conectar uno
status-fix = Arreglar
status-sign-in-act = Iniciar sesión
status-waiting = { $n } en espera, la más larga { $span }
status-nobody-waiting = Nadie espera
status-queued = { $n ->
    [0] Nada en cola
    [one] { $n } respuesta en cola
    [many] { $n } de respuestas en cola
   *[other] { $n } respuestas en cola
}
status-channel-checked = { $channel } { $time }, última comprobación
status-channel-behind = { $channel }, con retraso
status-channel-behind-since = { $channel } { $time }, con retraso desde entonces
status-channel-off = { $channel }, no se pregunta
status-disk-full = El disco está lleno. Los mensajes nuevos no se pueden guardar hasta que haya sitio.
status-disk-read-only = No se puede escribir en la carpeta de la clínica. Los mensajes nuevos no se pueden guardar.
status-disk-gone = La carpeta de la clínica ha desaparecido. Vuelva a conectar el disco; no se elimina nada.

## Cuando un disco ha perdido algo

lost-changes = { $n ->
    [one] Este disco perdió el último cambio. Se está trayendo de nuevo donde un proveedor todavía lo tiene. Revise «No enviados» antes de escribir.
    [many] Este disco perdió los últimos { $n } de cambios. Se están trayendo de nuevo donde un proveedor todavía los tiene. Revise «No enviados» antes de escribir.
   *[other] Este disco perdió los últimos { $n } cambios. Se están trayendo de nuevo donde un proveedor todavía los tiene. Revise «No enviados» antes de escribir.
}
lost-changes-read = He leído esto
