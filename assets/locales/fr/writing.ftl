### Écrire : la langue dans laquelle quelqu’un écrit, les émojis, et ce qui ne va pas dans un modèle.

language-writes = Écrit en { $language }
language-agree = { language-agree-short } : { $language }
language-agree-short = Noter comme sa langue
language-set = Sa langue est notée : { $language }.

emoji = Émoji
emoji-find = Chercher un émoji
emoji-list = Émojis
emoji-used = Derniers utilisés
emoji-none = Aucun émoji avec « { $words } ».
emoji-close = Fermer les émojis

template-blank-empty = Le blanc { $n } est vide. { $channel } n’envoie aucun modèle avec un blanc vide.
template-blank-line-break = Le blanc { $n } contient un saut de ligne ou une tabulation. { $channel } le refuse ; écrivez-le sur une ligne.
template-blank-gap = Le blanc { $n } contient plus de quatre espaces de suite. { $channel } le refuse.
template-blank-too-long = Le blanc { $n } a { $over } caractères de trop. { $channel } en prend { $most } en tout.

key-emoji = Choisir un émoji
attach-limit = { $kind } jusqu’à { $most }
