### Respuestas que salen más tarde: el menú junto a Enviar, elegir la hora y lo que la espera.

day-tomorrow = Mañana
time-on-day = { $day }, { $time }

send-more = Otras formas de enviar
send-snooze = Enviar y apartar hasta que respondan
send-later = Programar…
key-schedule = Programar la respuesta

schedule-title = Programar
schedule-when = ¿Cuándo debe salir?
schedule-example = «mar 15h», «mañana 8:00», «en 2 horas»
schedule-times = Horas para elegir
schedule-not-read = No se entendió como hora. Pruebe «mar 15h» o «25/11 9:00».
schedule-go = Programar: { $time }
schedule-unless = No, si { $name } escribe o llama antes
schedule-open = { $channel } está abierto hasta { $until }.
schedule-no-limit = { $channel } no tiene límite de tiempo.
schedule-template = { $channel } se cierra { $until }. A esa hora solo puede salir una plantilla aprobada.
schedule-closed = { $channel } se cierra { $until }. A esa hora no se puede enviar nada, salvo que escriban o llamen antes.
schedule-never = Aún no han escrito, así que { $channel } no permite escribir libremente.
schedule-use-template = Elegir una plantilla

time-choice-later-today = Hoy más tarde
time-choice-next-opening = Cuando abramos
time-choice-tomorrow = Mañana por la mañana
time-choice-in-two-days = En dos días
time-choice-next-week = La próxima semana
time-choice-in-a-week = En una semana
time-choice-in-a-month = En un mes

leaves-at = Sale: { $time }
leaves-at-drop = Enviarla ahora
said-scheduled = Programado: { $time }.
said-unscheduled = Ya no está programado.

state-scheduled = Programado: { $time }
state-scheduled-unless = Programado: { $time }, salvo que escriban o llamen antes
scheduled-edit = Editar
scheduled-now = Enviar ahora
scheduled-move = Cambiar la hora
scheduled-another = Elegir otra hora
toast-unscheduled = Ya no está programado. Sus palabras están en el campo de respuesta.
toast-unscheduled-template = La plantilla ya no está programada.

held-missed-time = Debía salir: { $due }. Este ordenador estaba apagado o sin conexión.
held-patient-wrote = Debía salir: { $due }, salvo que escribieran o llamaran antes, y lo hicieron.
stuck-time = pasó su hora
stuck-wrote = escribieron o llamaron antes

queue-scheduled = Programadas
empty-scheduled = Ninguna respuesta espera su hora.
mark-scheduled = respondido, y la respuesta espera su hora
