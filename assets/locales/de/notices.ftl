notice-messages = { $n ->
    [one] Neue Nachricht
   *[other] { $n } neue Nachrichten
}
notice-calls = { $n ->
    [one] Verpasster Anruf
   *[other] { $n } verpasste Anrufe
}
