# What the system shows when something came: how many, never from whom.
notice-messages = { $n ->
    [one] New message
   *[other] { $n } new messages
}
notice-calls = { $n ->
    [one] Missed call
   *[other] { $n } missed calls
}
