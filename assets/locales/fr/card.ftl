### La fiche du patient.

pane-card = Fiche du patient
card-close = Fermer la fiche
card-nobody = { $channel }, sur la fiche de personne
card-unknown = Personne n’a encore dit qui c’est.
patient-since = patient depuis { $year }
patient-born = { $date }, { $age } · { $since }
patient-name = Nom
patient-birth-date = Date de naissance
patient-language = Langue
patient-language-unknown = Inconnue
patient-note = Note de l’accueil
patient-note-none = Aucune
patient-edit = Modifier
patient-create = Créer une fiche
reaches-us-by = Nous joint par
identity-first = Fiche créée à partir d’ici, { $day }
identity-linked-by = Lié par { $by }, { $day }. Peut être défait.
identity-linked = Lié, { $day }. Peut être défait.
identity-unlinked = Lié à personne
identity-last-wrote = A écrit en dernier { $time }
identity-opted-out = Ne souhaite pas de messages
identity-unlink = Délier
identity-open = Ouvrir la conversation avec { $address }
who-could-it-be = Qui cela pourrait-il être
could-also-be = Pourrait aussi être
could-be-same-number = Le même numéro sur { $channel }
could-be-same-name = Le même nom sur { $channel }
link-to = Lier à { $name }
link-promise = Rien n’est lié avant que vous n’appuyiez sur Lier, et un lien peut être défait.
linked = Lié à { $name }.
unlinked = Le lien a été défait.
calls = Appels
calls-recent = { $n ->
    [one] { $n } appel avec ce numéro
    [many] { $n } d’appels avec ce numéro
   *[other] { $n } appels avec ce numéro
}
