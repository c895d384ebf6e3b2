### El equipo en recepción: quién está, quién más está en una conversación, qué deja un turno al siguiente.

queue-mentioned = Menciones
empty-mentioned = Ninguna nota le espera.

# Otra persona toma este ordenador; nadie inicia ni cierra sesión.
staff-sit-down = Cambiar
staff-sit-down-as = Cambiar a { $name }
staff-sit-down-whom = { staff-sit-down }: { $name }
staff-on-desk-is = En recepción: { $name }
staff-more = { $n ->
    [one] { $n } persona más
    [many] { $n } de personas más
   *[other] { $n } personas más
}
staff-here-now = Ahora está { $name }.
staff-not-kept = Lo que ha escrito aún no se pudo guardar, así que no se ha cambiado de persona. Haga sitio en el disco e inténtelo de nuevo.

## La página del equipo en los ajustes

settings-people = Equipo
    .words = Quién está en esta recepción
staff-intro = Todo queda anotado con el nombre de quien está en recepción. Cada persona tiene sus propios borradores.
staff-edit = Editar
staff-edit-whom = Editar a { $name }
staff-leave = Ya no trabaja aquí
staff-leave-whom = { $name } ya no trabaja aquí
staff-left = { $name } ya no trabaja aquí. Lo que escribió sigue a su nombre.
staff-return = Trabaja aquí de nuevo
staff-return-whom = { $name } trabaja aquí de nuevo
staff-add = Añadir a alguien
staff-gone = Ya no están
    .words = Lo que escribieron sigue a su nombre.
staff-gone-since = desde el { $day }
staff-name = Nombre
staff-name-missing = Escriba un nombre.
staff-name-taken = Alguien aquí ya se llama así. Añada un segundo nombre o una letra.
staff-initials = Iniciales
staff-initials-help = Si se dejan vacías, salen del nombre.
staff-initials-long = Tres letras como máximo.
staff-colour = Color
staff-colour-1 = Azul
staff-colour-2 = Verde
staff-colour-3 = Ocre
staff-colour-4 = Rosa
staff-colour-5 = Verde azulado
staff-colour-6 = Violeta

## Quién más está en una conversación

others-here = Quién más está en esto
other-writing = { $name } está escribiendo
other-began = { $name } empezó una respuesta
other-looked = { $name } abrió esto, { $time }
began-writing = { $name } está escribiendo una respuesta.
began-today = { $name } empezó una respuesta a las { $time }.
# $time es un día, quizá con hora.
began-earlier = { $name } empezó una respuesta ({ $time }).
take-over = Continuarla
take-over-use = Poner en mi respuesta
take-over-not = Dejarla
take-over-stays = { $name } conserva también estas palabras.
take-over-files = { $n ->
    [one] { $n } archivo se queda con { $name }.
    [many] { $n } de archivos se quedan con { $name }.
   *[other] { $n } archivos se quedan con { $name }.
}
took-over = Las palabras de { $name } están en su respuesta.

## De turno a turno

handover-title = De turno a turno
handover-unread = { $n ->
    [one] 1 nota sin leer del turno anterior
    [many] { $n } de notas sin leer del turno anterior
   *[other] { $n } notas sin leer del turno anterior
}
handover-write = Escribir para quienes vienen después
handover-keep = Dejar la nota
handover-stays = Las notas se quedan aquí; no se quitan las palabras de nadie.
handover-before = Dejadas antes
handover-none = Todavía no se ha dejado nada.
handover-from = Nota de { $name }, { $time }
handover-tick = Marcar como leída
handover-ticked = Marcada como leída.
handover-left = La nota espera a quienes vienen después.
handover-more = { $n ->
    [one] { $n } nota más
    [many] { $n } de notas más
   *[other] { $n } notas más
}
handover-arrived = { $n ->
    [one] Una nota de un turno anterior
    [many] { $n } de notas de turnos anteriores
   *[other] { $n } notas de turnos anteriores
}

## Nombres en las notas

mention-list = Personas a las que mencionar
mention-offered = { $n ->
    [one] { $n } persona. Las flechas eligen, Intro la pone.
    [many] { $n } de personas. Las flechas eligen, Intro la pone.
   *[other] { $n } personas. Las flechas eligen, Intro la pone.
}
