### La conversation : son en-tête, les messages, les fichiers et les appels.

pane-conversation = Conversation
choose-conversation = Choisissez une conversation.
conversation-failed = Cette conversation n’a pas pu être ouverte
conversation-failed-safe = Elle reste enregistrée en sécurité.
back-to-list = Retour à la liste
card = Fiche
call = Appeler
calling-desk = Votre téléphone sonne. Décrochez pour être mis en relation.
calling-patient = Ça sonne chez { $name }
calling-talking = En ligne avec { $name }
done = Traité
reopen = Reprendre la conversation
undo = Annuler
not-linked = pas encore lié à un patient
may-be-incomplete = Peut-être incomplet : aucune nouvelle de { $channel } depuis { $time }.
timeline = Conversation avec { $name }
show-earlier = Afficher les messages précédents
show-later = Afficher les messages suivants
gap-before = Des messages d’avant { $time } peuvent manquer.
no-messages-yet = Aucun message pour l’instant.
jump-newest = Le plus récent
jump-new = Nouveau message
waiting-for = attend depuis { $span }

message-ours = Nous avons écrit, { $time }
message-theirs = La personne a écrit, { $time }
taken-back = Retiré par la personne, { $time }
unsupported = Quelque chose qu’Anteroom ne sait pas encore afficher
unsupported-kept = C’est conservé. Regardez-le dans l’application du canal. (Type : { $kind })
location = Un lieu
shared = Une publication partagée
story-mention = Vous a mentionné dans une story
story-reply = A répondu à votre story
reactions = Réactions
reaction-theirs = La personne a réagi avec
quote-of = Répond à { $who } :
quote-us = nous
quote-them = la personne
quote-without-words = Un message sans texte
note-by = Note de { $by }
note-by-at = { $by }, { $time }
note-staff-only = Seule l’équipe voit ceci

origin-elsewhere = Envoyé depuis { $channel } par le cabinet
origin-automation = Envoyé par un automatisme de { $channel }
origin-template = { $name }, modèle « { $template } »

## Fichiers

kind-image = Photo
kind-audio = Message vocal
kind-video = Vidéo
kind-file = Fichier
kind-sticker = Autocollant
file-kind-size = { $kind }, { $size }
file-save = Enregistrer
file-saved = Enregistré sous { $path }
file-play = Écouter
file-waiting = Sera récupéré dans un instant.
file-retrying = Impossible à récupérer. Prochain essai à { $time }.
file-retrying-until = Impossible à récupérer. Prochain essai à { $time }, possible jusqu’à { $until }.
file-gone = Le canal ne permet plus de le récupérer.
file-not-kept = Trop lourd pour être conservé, ou le canal l’interdit. Regardez-le dans l’application du canal.
picture-open = { $name }, agrandir
picture-shrink = { $name }, réduire
picture-broken = Cette image n’a pas pu être affichée. Elle reste enregistrée.
player-play = Écouter
player-pause = Pause
player-speed = Vitesse, actuellement { $speed } fois
player-place = Position dans l’enregistrement
player-place-of = { $at } sur { $of }
player-failed = Cet enregistrement n’a pas pu être lu. Il reste conservé.

## Appels

call-in-ongoing = Appel en cours
call-in-answered = Appel pris
call-in-missed = Appel manqué
call-in-busy = Appel manqué, nous étions occupés
call-in-no-answer = Appel manqué
call-in-failed = L’appel n’a pas abouti
call-in-cancelled = La personne a raccroché avant
call-out-ongoing = Nous appelons
call-out-answered = Nous avons appelé
call-out-missed = Nous avons appelé, sans réponse
call-out-busy = Nous avons appelé, occupé
call-out-no-answer = Nous avons appelé, sans réponse
call-out-failed = Notre appel n’a pas abouti
call-out-cancelled = Nous avons raccroché avant
call-by = par { $by }
call-rang = a sonné { $span }
call-not-recorded = non enregistré
call-no-message = pas de message
call-back = Rappeler
recording-coming = L’enregistrement est en cours de récupération.
recording-silent = Rien n’a été dit.
recording-deleted = Supprimé chez Twilio
recording-deleted-on = Supprimé chez Twilio le { $day }
recording-delete = Supprimer chez Twilio…
recording-delete-title = Supprimer cet enregistrement chez Twilio ?
recording-delete-words = Twilio supprime définitivement sa copie. La copie sur cet ordinateur reste et peut toujours être écoutée ; la transcription automatique reste aussi.
recording-delete-only-copy = Dès lors, la copie dans les données de ce cabinet est la seule.
recording-delete-keep = L’y laisser
recording-delete-go = Supprimer chez Twilio
recording-delete-done = Supprimé chez Twilio. La copie ici reste.
transcript-machine = Transcription automatique
transcript-jump = Écouter à partir de { $at }
transcript-unsure = La machine n’était pas sûre de ceci.

## L’envoi, une vie

state-leaving = Part dans { $n } s
state-queued-turn = En file, part dans un instant
state-queued-network = En file, part dès que nous sommes en ligne
state-queued-earlier = En file derrière un message précédent
state-queued-provider = En file, le canal nous a demandé d’attendre
state-queued-sign-in = En file jusqu’à ce que quelqu’un se reconnecte
state-queued-until = En file, prochain essai à { $time }
state-sending = Envoi en cours
state-accepted = Accepté
state-delivered = Remis
state-read = Lu
state-overdue = Pas d’accusé de réception depuis { $time }. Le message n’est peut-être pas arrivé.
state-unknown = { $provider } n’a pas répondu à { $time }. Le message a peut-être été envoyé, peut-être pas.
state-unknown-checking = Recherche de ce message chez { $provider }.
state-held = Retenu à { $time }, pas envoyé.
state-failed = Non remis.
take-back = Rattraper
it-arrived = Il est arrivé
send-again = Envoyer à nouveau
use-template = Prendre un modèle
edit-words = Modifier et renvoyer
discard = Jeter

held-window-closed = Le délai pour répondre librement sur { $channel } était passé.
held-opted-out = Cette personne ne souhaite plus de messages sur { $channel }.
held-account-gone = Le compte pour { $channel } n’est plus connecté.
held-does-not-fit = Il dépasse ce que { $channel } accepte.
held-attachment-gone = Son fichier n’est plus lisible.
held-not-sent = Nous avons cherché chez { $provider } et il n’y était pas.

failed-outside-window = Le délai pour répondre librement sur { $channel } était passé.
failed-late-reply-refused = { $channel } n’a pas accepté une réponse aussi tardive. Soit Meta n’a pas approuvé les réponses tardives pour votre application, alors désactivez-les dans les Réglages, soit les 7 jours sont passés. Appelez, ou attendez que la personne écrive.
failed-opted-out = Cette personne ne souhaite plus de messages sur { $channel }.
failed-unreachable = { $channel } ne peut pas joindre cette adresse.
failed-unavailable = Cette personne ne peut pas recevoir de messages en ce moment.
failed-content-refused = { $provider } a refusé son contenu ou sa taille. Modifiez-le ou raccourcissez-le.
failed-template-refused = { $provider } a refusé le modèle. Choisissez-en un autre.
failed-sign-in-needed = { $provider } vous demande de vous reconnecter. Faites-le sous { nav-settings }, { settings-accounts }, puis renvoyez-le.
failed-missing-right = Il manque une autorisation chez { $provider }. Reconnectez-vous sous { nav-settings }, { settings-accounts }, accordez-la, puis renvoyez-le.
failed-account-restricted = { $provider } ne laisse pas votre compte envoyer cela : quelque chose doit y être configuré ou approuvé, ou le compte est restreint. Regardez chez { $provider }, ou demandez à la personne qui s’occupe du compte.
failed-provider-down = { $provider } a été en panne trop longtemps. Renvoyez-le plus tard, ou appelez.
failed-rate-limited = Trop de messages sont partis à la fois. Attendez quelques minutes, puis renvoyez-le.
failed-refused = { $provider } l’a refusé pour une raison que nous ne connaissons pas. Essayez d’autres mots ou un autre moyen.
failed-code = code { $code }

## Dit seulement aux lecteurs d’écran

said-leaving = En route. Peut être rattrapé pendant quelques secondes.
said-taken-back = De retour dans le champ de réponse.
said-arrived = { $name } a écrit : { $words }
said-something = quelque chose sans texte
said-window-last = Encore un quart d’heure pour répondre.
said-window-closed = Le délai pour répondre librement est passé.

## Adresses dans les messages

link-title = Ouvrir cette adresse ?
link-leads-to = Elle mène à
link-disguised = Ce nom est écrit avec les lettres d’un autre alphabet, affiché ici comme le réseau le lit. Il se peut qu’il ressemble seulement à un nom que vous connaissez.
link-not-encrypted = Ce que vous y saisissez peut être lu en chemin.
link-stay = Rester ici
link-open = Ouvrir dans le navigateur
toasts = Avis brefs
