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
list-all-incomplete = Mund të jetë e paplotë që nga { $time }
filter-channel = Kanali
channels-all = Të gjitha kanalet
order-longest = Pritja më e gjatë e para
order-newest = Më të rejat të parat
group-waiting = Presin përgjigje
group-not-sent = Pa u dërguar
group-not-sent-unclear = Pa u dërguar ose e paqartë
empty-waiting = Të gjithë kanë marrë përgjigje.
empty-not-sent = Asgjë s’ka ngecur.
empty-done = Ende asgjë e kryer.
empty-all = Ende s’ka biseda.

mark-unopened = e pahapur
mark-opened = e hapur, askush s’u përgjigj
mark-not-sent = pa u dërguar
mark-unclear = mund të mos jetë dërguar
mark-queued = me përgjigje që s’është nisur ende
mark-answered = me përgjigje
mark-done = e kryer
row-waiting = pret { $span }
row-left = edhe { $span } për t’u përgjigjur
row-queued = Në radhë
draft = Skicë
draft-begun = skicë e nisur
reason-not-linked = Ende pa u lidhur
reason-missed = Thirrje e humbur
reason-not-sent = { $n ->
    [one] Pa u dërguar
   *[other] { $n } pa u dërguar
}
reason-unclear = { $n ->
    [one] Mund të mos jetë dërguar
   *[other] { $n } mund të mos jenë dërguar
}
reason-failed = { $n ->
    [one] Nuk u dorëzua
   *[other] { $n } nuk u dorëzuan
}
reason-because = { $what }: { $why }
stuck-window = koha e përgjigjes mbaroi
stuck-opted-out = nuk do mesazhe
stuck-account = problem me llogarinë
stuck-content = përmbajtja nuk u pranua
stuck-file = skedari nuk lexohet
stuck-person = nuk arrihet dot
stuck-channel = kanali nuk e pranoi

preview-ours = Ju:
preview-file = { $kind }:
preview-note = Shënim:
preview-story = Story ose postim i ndarë
preview-taken-back = Mesazh i tërhequr
preview-voicemail = Mesazh zanor { $length }
preview-voicemail-said = Mesazh zanor { $length }.
preview-quoted = “{ $words }”

split-list = Gjerësia e listës
split-card = Gjerësia e kartelës së pacientit
