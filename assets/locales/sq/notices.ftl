notice-messages = { $n ->
    [one] Mesazh i ri
   *[other] { $n } mesazhe të reja
}
notice-calls = { $n ->
    [one] Thirrje e humbur
   *[other] { $n } thirrje të humbura
}
