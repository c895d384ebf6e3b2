### Réponses qui partent plus tard : le menu à côté d’Envoyer, le choix de l’heure et ce qui l’attend.

day-tomorrow = Demain
time-on-day = { $day }, { $time }

send-more = Autres façons d’envoyer
send-snooze = Envoyer et mettre de côté jusqu’à la réponse
send-later = Programmer…
key-schedule = Programmer la réponse

schedule-title = Programmer
schedule-when = Quand doit-elle partir ?
schedule-example = « mar 15h », « demain 8:00 », « dans 2 heures »
schedule-times = Heures au choix
schedule-not-read = Pas compris comme une heure. Essayez « mar 15h » ou « 25/11 9:00 ».
schedule-go = Programmer : { $time }
schedule-unless = Pas si { $name } écrit ou appelle avant
schedule-open = { $channel } est ouvert jusqu’à { $until }.
schedule-no-limit = { $channel } n’a pas de limite de temps.
schedule-template = { $channel } ferme à { $until }. À ce moment, seul un modèle approuvé peut partir.
schedule-closed = { $channel } ferme à { $until }. À ce moment, rien ne peut être envoyé, sauf si la personne écrit ou appelle avant.
schedule-never = Cette personne n’a pas encore écrit : { $channel } n’autorise pas l’écriture libre.
schedule-use-template = Choisir un modèle

time-choice-later-today = Plus tard aujourd’hui
time-choice-next-opening = À notre ouverture
time-choice-tomorrow = Demain matin
time-choice-in-two-days = Dans deux jours
time-choice-next-week = La semaine prochaine
time-choice-in-a-week = Dans une semaine
time-choice-in-a-month = Dans un mois

leaves-at = Départ : { $time }
leaves-at-drop = L’envoyer maintenant
said-scheduled = Programmé : { $time }.
said-unscheduled = N’est plus programmé.

state-scheduled = Programmé : { $time }
state-scheduled-unless = Programmé : { $time }, sauf si la personne écrit ou appelle avant
scheduled-edit = Modifier
scheduled-now = Envoyer maintenant
scheduled-move = Changer l’heure
scheduled-another = Choisir une autre heure
toast-unscheduled = N’est plus programmé. Ses mots sont dans le champ de réponse.
toast-unscheduled-template = Le modèle n’est plus programmé.

held-missed-time = Départ prévu : { $due }. Cet ordinateur était alors éteint ou hors ligne.
held-patient-wrote = Départ prévu : { $due }, sauf si la personne écrivait ou appelait avant, et elle l’a fait.
stuck-time = heure manquée
stuck-wrote = la personne a écrit ou appelé avant

queue-scheduled = Programmées
empty-scheduled = Aucune réponse n’attend son heure.
mark-scheduled = répondu, et la réponse attend son heure
