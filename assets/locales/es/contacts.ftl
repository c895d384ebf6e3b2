### Contactos de un archivo, y la lista de pacientes como archivo.

contacts-title = Importar contactos
contacts-import = Importar contactos
contacts-export = Exportar la lista
contacts-exported = La lista se guardó como { $path }. Contiene datos de pacientes sin cifrar.
contacts-explain = Traiga pacientes de otro programa: una tabla (CSV) o vCards. Verá todo antes de que se escriba nada, y la importación entera se puede deshacer.
contacts-choose = Elegir un archivo
contacts-choose-other = Elegir otro archivo
contacts-earlier = Importaciones anteriores
contacts-columns = Indique qué contiene cada columna. Las letras se leyeron como { $encoding }.
contacts-cards = Un archivo de vCards, leído como { $encoding }.
contacts-column = Columna { $n }
contacts-no-name = Indique qué columna contiene el nombre. Si solo hay una columna, el archivo se guardó con otro separador: guárdelo de nuevo con comas.
contacts-sample = Las primeras filas
contacts-empty = Este archivo no tiene filas. Elija otro.
contacts-line = Línea { $line }
contacts-check = Revisar todas las filas
contacts-looking = Revisando la fila { $rows } … Aún no se escribe nada.
contacts-doubles = Ya están, o quizá
contacts-wrong = Filas que se omiten
contacts-wrong-next = Corrija estas filas en el archivo y ábralo de nuevo. Quien ya esté aquí se queda como está.
contacts-back = Volver a las columnas
contacts-running = Fila { $rows } de { $all }
contacts-stop = Parar aquí
contacts-undo = Deshacer esta importación
field-skip = Omitir
field-name = Nombre completo
field-given-name = Nombre
field-family-name = Apellidos
field-preferred-name = Prefiere que le llamen
field-birth-date = Fecha de nacimiento
field-language = Idioma
field-phone = Teléfono
field-email = Correo electrónico
field-postal = Dirección
field-other = Otro
field-note = Nota
row-no-name = Falta el nombre.
row-birth-date = La fecha de nacimiento no puede ser correcta.
row-email = No es una dirección de correo.
row-phone = El número de teléfono no se puede leer.
row-too-long = Contiene más de lo que cabe en una ficha.
row-broken = Se perdieron letras. Guarde el archivo como UTF-8 en el otro programa.
row-cells = Sus celdas no encajan con las columnas.
row-cut-short = El archivo termina a la mitad.
row-too-shared = El número o el correo ya figura en 50 fichas, así que no es de nadie en particular. Quítelo de la fila.
double-same-person = Ya está como { $name }: se omite
double-in-file = Está dos veces en el archivo: se omite
double-same-contact = Comparte número o dirección con { $name }: se importa
double-same-name = Se llama como alguien de aquí: se importa
contacts-earlier-one = { $n ->
     [one] Un paciente
     [many] { $n } de pacientes
    *[other] { $n } pacientes
}
contacts-found = { $rows ->
     [one] Se revisó una fila. Aún no se ha escrito nada.
     [many] Se revisaron { $rows } de filas. Aún no se ha escrito nada.
    *[other] Se revisaron { $rows } filas. Aún no se ha escrito nada.
}
contacts-good = { $n ->
     [one] Un paciente nuevo
     [many] { $n } de pacientes nuevos
    *[other] { $n } pacientes nuevos
}
contacts-possible = { $n ->
     [one] Uno de ellos podría estar ya. Mírelo después en los posibles duplicados.
     [many] { $n } de ellos podrían estar ya. Mírelos después en los posibles duplicados.
    *[other] { $n } de ellos podrían estar ya. Mírelos después en los posibles duplicados.
}
contacts-known = { $n ->
     [one] Uno ya está y se deja como está
     [many] { $n } ya están y se dejan como están
    *[other] { $n } ya están y se dejan como están
}
contacts-bad = { $n ->
     [one] Se omite una fila porque algo está mal
     [many] Se omiten { $n } de filas porque algo está mal
    *[other] Se omiten { $n } filas porque algo está mal
}
contacts-take = { $n ->
     [one] Importar un paciente
     [many] Importar { $n } de pacientes
    *[other] Importar { $n } pacientes
}
contacts-done = { $n ->
     [one] Listo: una ficha nueva.
     [many] Listo: { $n } de fichas nuevas.
    *[other] Listo: { $n } fichas nuevas.
}
contacts-stopped = { $n ->
     [one] Parado. Hasta entonces se hizo una ficha.
     [many] Parado. Hasta entonces se hicieron { $n } de fichas.
    *[other] Parado. Hasta entonces se hicieron { $n } fichas.
}
contacts-known-done = { $n ->
     [one] Uno ya estaba.
     [many] { $n } ya estaban.
    *[other] { $n } ya estaban.
}
contacts-bad-done = { $n ->
     [one] Se omitió una fila.
     [many] Se omitieron { $n } de filas.
    *[other] Se omitieron { $n } filas.
}
contacts-undone = { $n ->
     [one] La importación se deshizo: se quitó una ficha.
     [many] La importación se deshizo: se quitaron { $n } de fichas.
    *[other] La importación se deshizo: se quitaron { $n } fichas.
}
contacts-stayed = { $n ->
     [one] Una se queda porque alguien ha trabajado con ella.
     [many] { $n } se quedan porque alguien ha trabajado con ellas.
    *[other] { $n } se quedan porque alguien ha trabajado con ellas.
}
