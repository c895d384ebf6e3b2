### Des contacts depuis un fichier, et la liste des patients en fichier.

contacts-title = Importer des contacts
contacts-import = Importer des contacts
contacts-export = Exporter la liste
contacts-exported = La liste est enregistrée sous { $path }. Elle contient des données de patients en clair.
contacts-explain = Reprenez des patients d’un autre programme : un tableau (CSV) ou des vCards. Vous voyez tout avant que rien ne soit écrit, et l’import entier peut être annulé.
contacts-choose = Choisir un fichier
contacts-choose-other = Choisir un autre fichier
contacts-earlier = Imports précédents
contacts-columns = Dites ce que contient chaque colonne. Les lettres ont été lues en { $encoding }.
contacts-cards = Un fichier de vCards, lu en { $encoding }.
contacts-column = Colonne { $n }
contacts-no-name = Dites quelle colonne contient le nom. S’il n’y a qu’une colonne, le fichier a été enregistré avec un autre séparateur : enregistrez-le de nouveau avec des virgules.
contacts-sample = Les premières lignes
contacts-empty = Ce fichier ne contient aucune ligne. Choisissez-en un autre.
contacts-line = Ligne { $line }
contacts-check = Examiner toutes les lignes
contacts-looking = Examen de la ligne { $rows } … Rien n’est encore écrit.
contacts-doubles = Déjà là, ou peut-être
contacts-wrong = Lignes laissées de côté
contacts-wrong-next = Corrigez ces lignes dans le fichier et ouvrez-le de nouveau. Les personnes déjà là restent telles quelles.
contacts-back = Retour aux colonnes
contacts-running = Ligne { $rows } sur { $all }
contacts-stop = Arrêter ici
contacts-undo = Annuler cet import
field-skip = Laisser de côté
field-name = Nom complet
field-given-name = Prénom
field-family-name = Nom de famille
field-preferred-name = Nom d’usage
field-birth-date = Date de naissance
field-language = Langue
field-phone = Téléphone
field-email = E-mail
field-postal = Adresse
field-other = Autre
field-note = Note
row-no-name = Le nom manque.
row-birth-date = La date de naissance ne peut pas être juste.
row-email = Ce n’est pas une adresse e-mail.
row-phone = Le numéro de téléphone est illisible.
row-too-long = Elle contient plus qu’une fiche ne peut tenir.
row-broken = Des lettres sont perdues. Enregistrez le fichier en UTF-8 dans l’autre programme.
row-cells = Ses cellules ne correspondent pas aux colonnes.
row-cut-short = Le fichier s’arrête au milieu.
row-too-shared = Le numéro ou l’adresse e-mail figure déjà sur 50 fiches et n’est donc à personne en propre. Retirez-le de la ligne.
double-same-person = Déjà là : { $name }, laissé de côté
double-in-file = Deux fois dans le fichier : laissé de côté
double-same-contact = Partage un numéro ou une adresse avec { $name } : repris
double-same-name = Porte le nom de quelqu’un d’ici : repris
contacts-earlier-one = { $n ->
     [one] Un patient
     [many] { $n } de patients
    *[other] { $n } patients
}
contacts-found = { $rows ->
     [one] Une ligne a été examinée. Rien n’est encore écrit.
     [many] { $rows } de lignes ont été examinées. Rien n’est encore écrit.
    *[other] { $rows } lignes ont été examinées. Rien n’est encore écrit.
}
contacts-good = { $n ->
     [one] Un nouveau patient
     [many] { $n } de nouveaux patients
    *[other] { $n } nouveaux patients
}
contacts-possible = { $n ->
     [one] L’un d’eux est peut-être déjà là. Regardez ensuite parmi les doublons possibles.
     [many] { $n } d’entre eux sont peut-être déjà là. Regardez ensuite parmi les doublons possibles.
    *[other] { $n } d’entre eux sont peut-être déjà là. Regardez ensuite parmi les doublons possibles.
}
contacts-known = { $n ->
     [one] Un est déjà là et reste tel quel
     [many] { $n } sont déjà là et restent tels quels
    *[other] { $n } sont déjà là et restent tels quels
}
contacts-bad = { $n ->
     [one] Une ligne est laissée de côté : quelque chose n’y va pas
     [many] { $n } de lignes sont laissées de côté : quelque chose n’y va pas
    *[other] { $n } lignes sont laissées de côté : quelque chose n’y va pas
}
contacts-take = { $n ->
     [one] Importer un patient
     [many] Importer { $n } de patients
    *[other] Importer { $n } patients
}
contacts-done = { $n ->
     [one] Terminé : une nouvelle fiche.
     [many] Terminé : { $n } de nouvelles fiches.
    *[other] Terminé : { $n } nouvelles fiches.
}
contacts-stopped = { $n ->
     [one] Arrêté. Une fiche avait été créée.
     [many] Arrêté. { $n } de fiches avaient été créées.
    *[other] Arrêté. { $n } fiches avaient été créées.
}
contacts-known-done = { $n ->
     [one] Un était déjà là.
     [many] { $n } étaient déjà là.
    *[other] { $n } étaient déjà là.
}
contacts-bad-done = { $n ->
     [one] Une ligne a été laissée de côté.
     [many] { $n } de lignes ont été laissées de côté.
    *[other] { $n } lignes ont été laissées de côté.
}
contacts-undone = { $n ->
     [one] L’import est annulé : une fiche est retirée.
     [many] L’import est annulé : { $n } de fiches sont retirées.
    *[other] L’import est annulé : { $n } fiches sont retirées.
}
contacts-stayed = { $n ->
     [one] Une reste, car quelqu’un y a travaillé depuis.
     [many] { $n } restent, car quelqu’un y a travaillé depuis.
    *[other] { $n } restent, car quelqu’un y a travaillé depuis.
}
