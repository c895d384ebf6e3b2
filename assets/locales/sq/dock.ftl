dock-tools = Mënyrat për t’u përgjigjur
dock-reply = Përgjigje
dock-note = Shënim
dock-template = Shabllon
reply-to = Shkruaji { $name }
reply-closed = Të shkruash lirisht nuk është e mundur tani
send = Dërgo
send-template = Dërgo shabllonin
attach = Bashkëngjit
files = Skedarët që shkojnë bashkë
file-drop = Hiq { $name }
file-adding = Po shtohet një skedar
file-too-big = { $name } është tepër i madh. { $channel } pranon deri në { $most }.
file-kind-refused = { $channel } nuk pranon skedarë si { $name }.
quoting = I përgjigjet një mesazhi të pacientit
quoting-words = I përgjigjet “{ $words }”
quote = Cito
quote-drop = Pa citim
left-characters = { $n ->
    [one] edhe 1 shenjë
   *[other] edhe { $n } shenja
}
left-bytes = Vend edhe për { $n } bajt; ë, ç dhe emoji numërohen më shumë se një
over-characters = { $n ->
    [one] 1 shenjë më tepër
   *[other] { $n } shenja më tepër
}
over-bytes = { $n } bajt më tepër; ë, ç dhe emoji numërohen më shumë se një

window-left = edhe { $span }
window-closed = mbyllur { $time }
window-never = ende asnjë mesazh prej tyre
window-none = pa kufi kohe
window-human = Tani lejohen vetëm përgjigje që i shkruan një njeri.

note-write = Shkruaj një shënim për stafin
note-keep = Ruaj shënimin

closed-template = { $name } s’ka shkruar prej 24 orësh, ndaj { $channel } lejon vetëm një shabllon të miratuar.
closed-template-then = Shkrimi i lirë hapet sapo të përgjigjet.
closed-wait = { $name } s’ka shkruar prej një kohe, ndaj { $channel } nuk lejon mesazhe tani.
closed-wait-then = Shkrimi hapet sapo të shkruajë. Në një kanal tjetër mund ta arrini edhe tani.
closed-opted-out = Ky person ka kërkuar të mos marrë më mesazhe në { $channel }.
closed-opted-out-then = Këtu s’dërgohet dot asgjë derisa të shkruajë START. Telefonata mbetet e mundur, nëse keni një numër.
closed-disconnected = Llogaria për { $channel } nuk është më e lidhur.
closed-disconnected-then = Lidheni përsëri te Cilësimet për të shkruar këtu.

templates = Shabllonet
templates-find = Gjej një shabllon
templates-none = Ende s’ka shabllon të miratuar.
templates-none-then = Shabllonet bëhen dhe miratohen te cilësimet e kanalit; pastaj shfaqen këtu.
templates-not-found = Asnjë shabllon me “{ $words }”.
templates-read = Lista u lexua { $time }
template-utility = Shërbim
template-marketing = Reklamë
template-authentication = Kod
template-paused = I ndalur
template-rejected = I refuzuar
template-pending = Pret miratimin
template-not-allowed = Nuk mund të dërgohet
template-preview = Çfarë do të shohë { $name }
template-blank = Vendi { $n }
template-example = për shembull { $example }
template-missing = { $n ->
    [one] Një vend është ende bosh.
   *[other] { $n } vende janë ende bosh.
}
