### Schreiben: die Sprache, in der jemand schreibt, Emojis, und was an einem Wert einer Vorlage nicht stimmt.

language-writes = Schreibt { $language }
language-agree = { language-agree-short }: { $language }
language-agree-short = Als Sprache eintragen
language-set = Als Sprache eingetragen: { $language }.

emoji = Emoji
emoji-find = Emoji suchen
emoji-list = Emojis
emoji-used = Zuletzt benutzt
emoji-none = Kein Emoji mit „{ $words }“.
emoji-close = Emojis schließen

template-blank-empty = Lücke { $n } ist leer. { $channel } sendet keine Vorlage mit einer leeren Lücke.
template-blank-line-break = Lücke { $n } hat einen Zeilenumbruch oder Tabulator. { $channel } lehnt das ab; schreiben Sie es in eine Zeile.
template-blank-gap = Lücke { $n } hat mehr als vier Leerzeichen hintereinander. { $channel } lehnt das ab.
template-blank-too-long = Lücke { $n } ist um { $over } Zeichen zu lang. { $channel } nimmt insgesamt { $most }.

key-emoji = Emoji wählen
attach-limit = { $kind } bis { $most }
