### Réponses enregistrées : la liste au-dessus du champ, les blancs, et la page où elles sont gardées.

reply-or-saved = Écrire à { $name }, ou / pour une réponse enregistrée
saved-reply = Réponse enregistrée
saved-list = Réponses enregistrées
saved-choose = choisir
saved-insert = insérer
saved-next-blank = blanc suivant
saved-close = fermer
saved-none = Aucune réponse enregistrée avec « { $words } ».
saved-none-yet = Il n’y a pas encore de réponse enregistrée.
saved-manage = Ouvrir les réglages
saved-found = { $n ->
    [0] Aucune réponse enregistrée ne convient
    [one] Une réponse enregistrée convient
    [many] { $n } réponses enregistrées conviennent
   *[other] { $n } réponses enregistrées conviennent
}
saved-blank = { $n ->
    [one] Blanc : { $name }. Le seul.
    [many] Blanc : { $name }. Il en reste { $n }.
   *[other] Blanc : { $name }. Il en reste { $n }.
}
saved-blank-left = Remplissez « { $name } » avant d’envoyer. Tab vous y mène.

saved-variable-patient = nom du patient
saved-variable-first-name = prénom
saved-variable-practice = cabinet
saved-variable-staff = votre nom
saved-variable-practitioner = praticien
saved-variable-next-appointment = prochain rendez-vous
saved-variable-opening-hours = horaires
saved-variable-today = date du jour

settings-saved = Réponses enregistrées
    .words = Ce que vous écrivez chaque jour, dans la langue du patient
saved-empty = Il n’y a pas encore de réponse enregistrée.
saved-empty-then = Écrivez les vôtres, ou commencez par huit réponses courantes. Chacune a un texte en six langues, et chaque patient reçoit la sienne.
saved-start = Ajouter huit réponses courantes
saved-started = { $n ->
    [one] Une réponse ajoutée.
    [many] { $n } réponses ajoutées.
   *[other] { $n } réponses ajoutées.
}
saved-new = Nouvelle réponse enregistrée
saved-used = { $n ->
    [0] pas encore utilisée
    [one] utilisée une fois
    [many] utilisée { $n } fois
   *[other] utilisée { $n } fois
}
saved-edit = Modifier { $title }
saved-edit-short = Modifier
saved-remove = Retirer { $title }
saved-remove-short = Retirer
saved-up = Monter { $title }
saved-down = Descendre { $title }
saved-kept = { $title } : enregistré.
saved-removed = { $title } : retiré.
saved-title = Nom dans la liste
saved-shortcut = Raccourci
saved-shortcut-help = Ce que l’on tape après /. Lettres, chiffres et traits d’union.
saved-languages = Langue du texte
saved-text = Texte en { $language }
saved-text-help = { "{{first_name|à vous}}" } devient le prénom, ou « à vous » quand il n’est pas connu. Ce qui n’est pas connu et n’a pas d’autre mot devient un blanc à remplir.
saved-variables = Insérer ce que le cabinet sait
saved-preview = L’aperçu pour un patient inventé
saved-unknown = { $n ->
    [one] Un blanc est à remplir chaque fois.
    [many] { $n } blancs sont à remplir chaque fois.
   *[other] { $n } blancs sont à remplir chaque fois.
}
saved-problem-title = Donnez-lui un nom de 80 caractères au plus.
saved-problem-shortcut = 30 lettres, chiffres et traits d’union au plus.
saved-problem-text = Écrivez un texte dans une langue au moins, 4 000 caractères au plus.
saved-problem-too-many = Il y a déjà 500 réponses enregistrées. Retirez-en d’abord quelques-unes.

error-blank-unfilled = Non envoyé : un blanc est encore vide. Remplissez-le et envoyez de nouveau.
