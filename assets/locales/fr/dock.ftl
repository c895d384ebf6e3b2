### Le bas de la conversation : réponse, note, modèle.

dock-tools = Façons de répondre
dock-reply = Réponse
dock-note = Note
dock-template = Modèle
reply-to = Écrire à { $name }
reply-closed = Écrire librement n’est pas possible maintenant
send = Envoyer
send-template = Envoyer le modèle
attach = Joindre
files = Fichiers joints
file-drop = Retirer { $name }
file-adding = Ajout d’un fichier
file-too-big = { $name } est trop lourd. { $channel } accepte jusqu’à { $most }.
file-kind-refused = { $channel } n’accepte pas les fichiers comme { $name }.
quoting = Répond à un message de la personne
quoting-words = Répond à « { $words } »
quote = Citer
quote-drop = Ne pas citer
left-characters = { $n ->
    [one] { $n } caractère restant
    [many] { $n } de caractères restants
   *[other] { $n } caractères restants
}
left-bytes = Place pour { $n } octets de plus ; accents et émojis comptent plus d’un
over-characters = { $n ->
    [one] { $n } caractère de trop
    [many] { $n } de caractères de trop
   *[other] { $n } caractères de trop
}
over-bytes = { $n } octets de trop ; accents et émojis comptent plus d’un

window-left = encore { $span }
window-closed = fermé { $time }
window-never = aucun message de cette personne
window-none = sans limite de temps
window-human = Seules les réponses écrites par une personne sont permises maintenant.

note-write = Écrire une note pour l’équipe
note-keep = Garder la note

closed-template = { $name } n’a pas écrit depuis 24 heures, donc { $channel } ne permet qu’un modèle approuvé.
closed-template-then = Vous pourrez de nouveau écrire librement dès sa réponse.
closed-wait = { $name } n’a pas écrit depuis un moment, donc { $channel } ne permet aucun message maintenant.
closed-wait-then = Vous pourrez de nouveau écrire dès son prochain message. Un autre canal reste possible.
closed-opted-out = Cette personne ne souhaite plus de messages sur { $channel }.
closed-opted-out-then = Rien ne peut être envoyé ici avant que la personne n’écrive START. Un appel reste possible si vous avez un numéro.
closed-disconnected = Le compte pour { $channel } n’est plus connecté.
closed-disconnected-then = Reconnectez-le dans les Réglages pour écrire ici.

templates = Modèles
templates-find = Chercher un modèle
templates-none = Il n’y a pas encore de modèle approuvé.
templates-none-then = Les modèles se créent et s’approuvent dans les réglages du canal ; ils apparaissent ici ensuite.
templates-not-found = Aucun modèle avec « { $words } ».
templates-read = Liste lue { $time }
template-utility = Utilitaire
template-marketing = Publicité
template-authentication = Code
template-paused = Suspendu
template-rejected = Refusé
template-pending = En attente d’approbation
template-not-allowed = Ne peut pas être envoyé
template-preview = Ce que { $name } verra
template-blank = Champ { $n }
template-example = par exemple { $example }
template-missing = { $n ->
    [one] Un champ est encore vide.
    [many] { $n } de champs sont encore vides.
   *[other] { $n } champs sont encore vides.
}
