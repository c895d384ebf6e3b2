### Shkrimi: gjuha në të cilën shkruan dikush, emoji-t dhe çfarë nuk shkon me një vlerë të një modeli.

language-writes = Shkruan: { $language }
language-agree = { language-agree-short }: { $language }
language-agree-short = Shënojeni si gjuhë të tij
language-set = U shënua si gjuhë: { $language }.

emoji = Emoji
emoji-find = Gjeni një emoji
emoji-list = Emoji
emoji-used = Të përdorura së fundi
emoji-none = Asnjë emoji me “{ $words }”.
emoji-close = Mbyllni emoji-t

template-blank-empty = Vendi { $n } është bosh. { $channel } nuk dërgon model me vend bosh.
template-blank-line-break = Vendi { $n } ka rresht të ri ose tabulim. { $channel } nuk e pranon; shkruajeni në një rresht.
template-blank-gap = Vendi { $n } ka më shumë se katër hapësira radhazi. { $channel } nuk e pranon.
template-blank-too-long = Vendi { $n } është { $over } shenja më i gjatë. { $channel } pranon gjithsej { $most }.

key-emoji = Zgjidhni një emoji
attach-limit = { $kind } deri në { $most }
