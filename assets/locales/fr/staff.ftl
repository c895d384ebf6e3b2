### L’équipe à l’accueil : qui est au poste, qui d’autre est sur une conversation, ce qu’une équipe laisse à la suivante.

queue-mentioned = Mentions
empty-mentioned = Aucune note ne vous attend.

# Une autre personne prend cet ordinateur ; personne ne se connecte ni ne se déconnecte.
staff-sit-down = Changer
staff-sit-down-as = Passer à { $name }
staff-sit-down-whom = { staff-sit-down } : { $name }
staff-on-desk-is = À l’accueil : { $name }
staff-more = { $n ->
    [one] { $n } autre personne
    [many] { $n } d’autres personnes
   *[other] { $n } autres personnes
}
staff-here-now = L’accueil est maintenant à { $name }.
staff-not-kept = Ce que vous avez tapé n’a pas encore pu être gardé, le poste n’a donc pas changé de mains. Libérez de la place sur le disque et réessayez.

## La page de l’équipe dans les réglages

settings-people = Équipe
    .words = Qui est à cet accueil
staff-intro = Tout est noté au nom de la personne qui est à l’accueil. Chacune a ses propres brouillons.
staff-edit = Modifier
staff-edit-whom = Modifier { $name }
staff-leave = Ne travaille plus ici
staff-leave-whom = { $name } ne travaille plus ici
staff-left = { $name } ne travaille plus ici. Ses mots restent à son nom.
staff-return = Travaille de nouveau ici
staff-return-whom = { $name } travaille de nouveau ici
staff-add = Ajouter quelqu’un
staff-gone = Plus ici
    .words = Ce que ces personnes ont écrit reste à leur nom.
staff-gone-since = depuis le { $day }
staff-name = Nom
staff-name-missing = Tapez un nom.
staff-name-taken = Quelqu’un ici porte déjà ce nom. Ajoutez un deuxième nom ou une lettre.
staff-initials = Initiales
staff-initials-help = Laissées vides, elles viennent du nom.
staff-initials-long = Trois lettres au plus.
staff-colour = Couleur
staff-colour-1 = Bleu
staff-colour-2 = Vert
staff-colour-3 = Ocre
staff-colour-4 = Rose
staff-colour-5 = Bleu canard
staff-colour-6 = Violet

## Qui d’autre est sur une conversation

others-here = Qui d’autre est là-dessus
other-writing = { $name } écrit
other-began = { $name } a commencé une réponse
other-looked = { $name } a ouvert ceci, { $time }
began-writing = { $name } écrit une réponse.
began-today = { $name } a commencé une réponse à { $time }.
# $time est un jour, peut-être avec une heure.
began-earlier = { $name } a commencé une réponse ({ $time }).
take-over = Reprendre
take-over-use = Mettre dans ma réponse
take-over-not = Laisser
take-over-stays = { $name } garde aussi ces mots.
take-over-files = { $n ->
    [one] { $n } fichier reste chez { $name }.
    [many] { $n } de fichiers restent chez { $name }.
   *[other] { $n } fichiers restent chez { $name }.
}
took-over = Les mots de { $name } sont dans votre réponse.

## D’une équipe à l’autre

handover-title = D’une équipe à l’autre
handover-unread = { $n ->
    [one] 1 note non lue de l’équipe précédente
    [many] { $n } de notes non lues de l’équipe précédente
   *[other] { $n } notes non lues de l’équipe précédente
}
handover-write = Écrire pour celles et ceux qui viennent après vous
handover-keep = Laisser la note
handover-stays = Les notes restent ici ; les mots de personne ne sont retirés.
handover-before = Laissées avant
handover-none = Rien n’a encore été laissé.
handover-from = Note de { $name }, { $time }
handover-tick = Cocher
handover-ticked = Cochée.
handover-left = La note attend celles et ceux qui viennent après vous.
handover-more = { $n ->
    [one] { $n } autre note
    [many] { $n } d’autres notes
   *[other] { $n } autres notes
}
handover-arrived = { $n ->
    [one] Une note d’une équipe précédente
    [many] { $n } de notes des équipes précédentes
   *[other] { $n } notes des équipes précédentes
}

## Les noms dans les notes

mention-list = Personnes à mentionner
mention-offered = { $n ->
    [one] { $n } personne. Les flèches choisissent, Entrée valide.
    [many] { $n } de personnes. Les flèches choisissent, Entrée valide.
   *[other] { $n } personnes. Les flèches choisissent, Entrée valide.
}
