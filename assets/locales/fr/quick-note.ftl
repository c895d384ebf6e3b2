### La note rapide sur l’appel.

quick-note-title = Note rapide
quick-note-caller = Au téléphone depuis { $time }
quick-note-here = La conversation ouverte
quick-note-chosen = Choisi par vous
quick-note-nobody = Personne n’appelle.
quick-note-about = À propos de { $name }
quick-note-whom = De qui parle la note
quick-note-other = Quelqu’un d’autre
quick-note-find = Nom ou numéro
quick-note-none = Personne pour « { $words } ».
quick-note-found = { $n ->
    [one] { $n } personne
    [many] { $n } de personnes
   *[other] { $n } personnes
}
quick-note-kept = Note sur { $name } gardée.
quick-note-stays = Échap ferme et garde vos mots pour la prochaine fois.
