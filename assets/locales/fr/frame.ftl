### Le cadre de la fenêtre : navigation, barre d’état, heures, et mots qui apparaissent partout.

# Affiché dans le titre de la fenêtre du système. $n personnes attendent.
window-title = { $n ->
    [0] { $clinic }
   *[other] { $clinic }, { $n } en attente
}
nav-main = Navigation
nav-queues = Files
nav-inbox = Réception
nav-settings = Réglages
nav-on-desk = À l’accueil
nav-you = { $name }, vous
search-open = Chercher ou aller à
search-short = Chercher
comma = { ", " }
close = Fermer
cancel = Abandonner
save = Enregistrer
try-again = Réessayer
start-failed = Anteroom n’a pas pu démarrer

channel-instagram = Instagram
channel-whatsapp = WhatsApp
channel-sms = SMS
channel-phone = Téléphone

queue-waiting = En attente
queue-not-sent = Non envoyés
queue-done = Traitées
queue-all = Toutes

demo-title = Cabinet de démonstration
demo-text = Tout le monde ici est inventé.
demo-remove = Retirer la démonstration
demo-removed = Le cabinet de démonstration est retiré.

## Heures

day-today = Aujourd’hui
day-yesterday = Hier
span-now = un instant
span-seconds = { $n } s
span-minutes = { $n } min
span-hours = { $n } h
span-hours-minutes = { $h } h { $m } min
span-minutes-seconds = { $m } min { $s } s
span-days = { $n ->
    [one] { $n } jour
    [many] { $n } de jours
   *[other] { $n } jours
}
size-bytes = { $n } o
size-kilobytes = { $n } Ko
size-megabytes = { $n } Mo

## Barre d’état

status-bar = Ce qui est à jour
status-no-accounts = Aucun canal n’est encore connecté
status-starting = Première interrogation des canaux
status-spoken-up-to-date = À jour
status-spoken-catching-up = Rattrapage en cours
status-up-to-date = À jour { $time }
status-catching-up = Rattrapage en cours, { $done } jusqu’ici. Vous pouvez travailler pendant ce temps.
status-offline = Hors ligne depuis { $time }
status-behind = { $channel } en retard depuis { $time }
status-behind-never = { $channel } n’a pas encore été joint
status-sign-in = { $channel } vous demande de vous reconnecter
status-connect = En connecter un
status-fix = Corriger
status-sign-in-act = Se connecter
status-waiting = { $n } en attente, la plus longue { $span }
status-nobody-waiting = Personne n’attend
status-queued = { $n ->
    [0] Rien en file d’envoi
    [one] { $n } réponse en file d’envoi
    [many] { $n } de réponses en file d’envoi
   *[other] { $n } réponses en file d’envoi
}
status-channel-checked = { $channel } { $time }, dernière vérification
status-channel-behind = { $channel }, en retard
status-channel-behind-since = { $channel } { $time }, en retard depuis
status-channel-off = { $channel }, non interrogé
status-disk-full = Le disque est plein. Les nouveaux messages ne peuvent pas être conservés tant qu’il n’y a pas de place.
status-disk-read-only = Impossible d’écrire dans le dossier du cabinet. Les nouveaux messages ne peuvent pas être conservés.
status-disk-gone = Le dossier du cabinet a disparu. Rebranchez le disque ; rien n’est supprimé.

## Quand un disque a perdu quelque chose

lost-changes = { $n ->
    [one] Ce disque a perdu la dernière modification. Elle est récupérée là où un fournisseur l’a encore. Parcourez « Non envoyés » avant d’écrire.
    [many] Ce disque a perdu les derniers { $n } de modifications. Elles sont récupérées là où un fournisseur les a encore. Parcourez « Non envoyés » avant d’écrire.
   *[other] Ce disque a perdu les { $n } dernières modifications. Elles sont récupérées là où un fournisseur les a encore. Parcourez « Non envoyés » avant d’écrire.
}
lost-changes-read = J’ai lu ceci
