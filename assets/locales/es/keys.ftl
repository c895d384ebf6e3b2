### Teclas: dar otras teclas a las órdenes, la nota rápida y el menú de una línea.

redo = Rehacer
key-redo = { redo }
key-quick-note = Nota rápida sobre quien llama
key-row-menu = Menú de la línea
key-next-page = Una página de líneas abajo
key-previous-page = Una página de líneas arriba

keys-lead = Elija aquí una tecla para dar otra a la orden. Los botones, los menús y esta lista la muestran desde entonces.
keys-change = { $what }: { $key }. Elegir otra tecla
keys-add = Una tecla más para { $what }
keys-usual = De nuevo la tecla habitual para { $what }
keys-all-usual = Todas las teclas habituales
keys-all-usual-done = Todas las teclas vuelven a ser las habituales.
keys-press-title = Una tecla para «{ $what }»
keys-press = Pulse la tecla nueva, sola o junto con { $ctrl } o Mayús.
keys-press-label = La tecla nueva
keys-given = { $key } sirve ahora para «{ $what }».
keys-dropped = { $key } ya no hace nada.
keys-taken = { $key } ya sirve para «{ $other }».
keys-swap = Intercambiar: { $old } servirá para «{ $other }»
keys-take = Tomarla: «{ $other }» se queda sin ella
keys-drop = Ninguna tecla
keys-refused-alt = Con Alt u Opción no: en muchos teclados escriben letras.
keys-refused-bracket = Este signo no: en muchos teclados necesita AltGr.
keys-refused-input = Esta no: cambia el modo de escritura.
keys-refused-screenshot = Esta no: en un Mac hace capturas de pantalla.
keys-refused-system = Esta no: la usan el sistema o todos los programas.
keys-refused-dead = Esta tecla espera una segunda. Elija otra.
keys-refused-needed = Esta no: hace falta para moverse, elegir y escribir.
keys-refused-typing = Sin { $ctrl } no: ya no podría escribirla.

## El menú de una línea

row-menu = Menú de { $name }
