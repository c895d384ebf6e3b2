### Writing: the language somebody writes in, emoji, and what is wrong with a value of a template.

language-writes = Writes { $language }
language-agree = { language-agree-short }: { $language }
language-agree-short = Set as their language
language-set = { $language } is their language now.

emoji = Emoji
emoji-find = Find an emoji
emoji-list = Emoji
emoji-used = Used last
emoji-none = No emoji with “{ $words }”.
emoji-close = Close the emoji

template-blank-empty = Blank { $n } is empty. { $channel } sends no template with an empty blank.
template-blank-line-break = Blank { $n } has a line break or a tab. { $channel } refuses that; write it in one line.
template-blank-gap = Blank { $n } has more than four spaces in a row. { $channel } refuses that.
template-blank-too-long = Blank { $n } is { $over } characters too long. { $channel } takes { $most } in all.

key-emoji = Choose an emoji
attach-limit = { $kind } up to { $most }
