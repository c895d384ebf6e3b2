### Touches : donner d’autres touches aux commandes, la note rapide, et le menu d’une ligne.

redo = Rétablir
key-redo = { redo }
key-quick-note = Note rapide sur l’appel en cours
key-row-menu = Menu de la ligne
key-next-page = Une page de lignes plus bas
key-previous-page = Une page de lignes plus haut

keys-lead = Choisissez ici une touche pour en donner une autre à la commande. Les boutons, les menus et cette liste la montrent ensuite.
keys-change = { $what } : { $key }. Choisir une autre touche
keys-add = Une touche de plus pour { $what }
keys-usual = De nouveau la touche habituelle pour { $what }
keys-all-usual = Toutes les touches habituelles
keys-all-usual-done = Toutes les touches sont de nouveau les habituelles.
keys-press-title = Une touche pour « { $what } »
keys-press = Appuyez sur la nouvelle touche, seule ou avec { $ctrl } ou Maj.
keys-press-label = La nouvelle touche
keys-given = { $key } sert maintenant à « { $what } ».
keys-dropped = { $key } ne fait plus rien.
keys-taken = { $key } sert déjà à « { $other } ».
keys-swap = Échanger : { $old } servira à « { $other } »
keys-take = La prendre : « { $other } » n’en aura plus
keys-drop = Aucune touche
keys-refused-alt = Pas avec Alt ou Option : sur beaucoup de claviers, elles écrivent des lettres.
keys-refused-bracket = Pas ce signe : sur beaucoup de claviers, il demande AltGr.
keys-refused-input = Pas celle-ci : elle change le mode de saisie.
keys-refused-screenshot = Pas celle-ci : sur un Mac, elle prend des images de l’écran.
keys-refused-system = Pas celle-ci : le système ou tous les programmes l’utilisent.
keys-refused-dead = Cette touche en attend une deuxième. Choisissez-en une autre.
keys-refused-needed = Pas celle-ci : elle sert à se déplacer, à choisir et à écrire.
keys-refused-typing = Pas sans { $ctrl } : vous ne pourriez plus l’écrire.

## Le menu d’une ligne

row-menu = Menu pour { $name }
