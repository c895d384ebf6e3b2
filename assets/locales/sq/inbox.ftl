pane-list = Lista: { $queue }
list-waiting = { $n ->
    [one] 1 person, pret { $span }
   *[other] { $n } persona, më e gjata { $span }
}
list-people = { $n ->
    [0] Askush këtu
    [one] 1 bisedë
   *[other] { $more ->
        [yes] { $n } e më shumë biseda
       *[no] { $n } biseda
    }
}
list-checked = Kontrolluar së fundi { $time }.
list-failed = Lista nuk u lexua
list-incomplete = { $channel } mund të jetë i paplotë që nga { $time }
filter-channel = Kanali
channels-all = Të gjitha kanalet
order-longest = Pritja më e gjatë e para
order-newest = Më të rejat të parat
group-waiting = Presin përgjigje
group-not-sent = Pa u dërguar
empty-waiting = Të gjithë kanë marrë përgjigje.
empty-not-sent = Gjithçka u dërgua.
empty-done = Ende asgjë e kryer.
empty-all = Ende s’ka biseda.

mark-unopened = e pahapur
mark-opened = e hapur, askush s’u përgjigj
mark-not-sent = pa u dërguar
mark-answered = me përgjigje
mark-done = e kryer
row-waiting = pret { $span }
row-left = edhe { $span } për t’u përgjigjur
draft = Skicë
draft-begun = skicë e nisur
reason-new = Pacient i ri
reason-missed = Thirrje e humbur
reason-window = Koha e përgjigjes mbaroi
reason-not-sent = { $n ->
    [one] Pa u dërguar
   *[other] { $n } pa u dërguar
}

preview-ours = Ju: { $words }
preview-file-words = { $kind }: { $words }
preview-note = Shënim: { $words }
preview-story = Story ose postim i ndarë
preview-taken-back = Mesazh i tërhequr
preview-voicemail = Mesazh zanor { $length }
preview-voicemail-words = Mesazh zanor { $length }. “{ $words }”

split-list = Gjerësia e listës
split-card = Gjerësia e kartelës së pacientit
