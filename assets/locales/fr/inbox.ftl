### La liste des conversations.

pane-list = Liste : { $queue }
list-waiting = { $n ->
    [one] { $n } personne, attend depuis { $span }
    [many] { $n } de personnes, la plus longue attente { $span }
   *[other] { $n } personnes, la plus longue attente { $span }
}
list-people = { $n ->
    [0] Personne ici
    [one] { $n } conversation
    [many] { $more ->
        [yes] { $n } de conversations et plus
       *[no] { $n } de conversations
    }
   *[other] { $more ->
        [yes] { $n } conversations et plus
       *[no] { $n } conversations
    }
}
list-checked = Dernière vérification { $time }.
list-failed = La liste n’a pas pu être lue
list-incomplete = { $channel } peut-être incomplet depuis { $time }
list-all-incomplete = Peut-être incomplet depuis { $time }
filter-channel = Canal
channels-all = Tous les canaux
order-longest = Plus longue attente d’abord
order-newest = Plus récent d’abord
group-waiting = En attente d’une réponse
group-not-sent = Non envoyés
group-not-sent-unclear = Non envoyés, ou incertains
empty-waiting = Tout le monde a une réponse.
empty-not-sent = Rien n’est bloqué.
empty-done = Rien n’est encore marqué comme traité.
empty-all = Aucune conversation pour l’instant.

mark-unopened = non ouvert
mark-opened = ouvert, sans réponse
mark-not-sent = non envoyé
mark-unclear = n’a peut-être pas été envoyé
mark-queued = répondu, pas encore envoyé
mark-answered = répondu
mark-done = traité
row-waiting = attend depuis { $span }
row-left = encore { $span } pour répondre
row-queued = En file d’envoi
draft = Brouillon
draft-begun = brouillon commencé
reason-not-linked = Pas encore lié
reason-missed = Appel manqué
reason-not-sent = { $n ->
    [one] Non envoyé
    [many] { $n } de messages non envoyés
   *[other] { $n } non envoyés
}
reason-unclear = { $n ->
    [one] N’a peut-être pas été envoyé
    [many] { $n } de messages n’ont peut-être pas été envoyés
   *[other] { $n } n’ont peut-être pas été envoyés
}
reason-failed = { $n ->
    [one] Non remis
    [many] { $n } de messages non remis
   *[other] { $n } non remis
}
reason-because = { $what } : { $why }
stuck-window = délai de réponse passé
stuck-opted-out = ne souhaite plus de messages
stuck-account = problème avec le compte
stuck-content = contenu non accepté
stuck-file = fichier illisible
stuck-person = injoignable
stuck-channel = le canal ne l’a pas pris

preview-ours = Vous :
preview-file = { $kind } :
preview-note = Note :
preview-story = Story ou publication partagée
preview-taken-back = Message retiré
preview-voicemail = Message vocal { $length }
preview-voicemail-said = Message vocal { $length }.
preview-quoted = « { $words } »

split-list = Largeur de la liste
split-card = Largeur de la fiche du patient
