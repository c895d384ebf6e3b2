### Escribir: el idioma en que escribe alguien, los emojis y qué falla en un valor de una plantilla.

language-writes = Escribe en { $language }
language-agree = { language-agree-short }: { $language }
language-agree-short = Anotar como su idioma
language-set = Anotado como su idioma: { $language }.

emoji = Emoji
emoji-find = Buscar un emoji
emoji-list = Emojis
emoji-used = Usados hace poco
emoji-none = Ningún emoji con «{ $words }».
emoji-close = Cerrar los emojis

template-blank-empty = El hueco { $n } está vacío. { $channel } no envía plantillas con un hueco vacío.
template-blank-line-break = El hueco { $n } tiene un salto de línea o un tabulador. { $channel } lo rechaza; escríbalo en una línea.
template-blank-gap = El hueco { $n } tiene más de cuatro espacios seguidos. { $channel } lo rechaza.
template-blank-too-long = Al hueco { $n } le sobran { $over } caracteres. { $channel } admite { $most } en total.

key-emoji = Elegir un emoji
attach-limit = { $kind } de hasta { $most }
