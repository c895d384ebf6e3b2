# Lo que muestra el sistema cuando llega algo: cuántos, nunca de quién.
notice-messages = { $n ->
    [one] Mensaje nuevo
    [many] { $n } de mensajes nuevos
   *[other] { $n } mensajes nuevos
}
notice-calls = { $n ->
    [one] Llamada perdida
    [many] { $n } de llamadas perdidas
   *[other] { $n } llamadas perdidas
}
