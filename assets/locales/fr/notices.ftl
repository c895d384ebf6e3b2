# Ce que le système affiche quand quelque chose arrive : combien, jamais de qui.
notice-messages = { $n ->
    [one] Nouveau message
    [many] { $n } de nouveaux messages
   *[other] { $n } nouveaux messages
}
notice-calls = { $n ->
    [one] Appel manqué
    [many] { $n } d’appels manqués
   *[other] { $n } appels manqués
}
