### Tastet: taste të tjera për urdhrat, shënimi i shpejtë dhe menyja e një rreshti.

redo = Ribëje
key-redo = { redo }
key-quick-note = Shënim i shpejtë për thirrjen
key-row-menu = Menyja e rreshtit
key-next-page = Një faqe rreshtash më poshtë
key-previous-page = Një faqe rreshtash më lart

keys-lead = Zgjidhni këtu një tast për t’i dhënë urdhrit një tjetër. Butonat, menytë dhe kjo listë e tregojnë që atëherë.
keys-change = { $what }: { $key }. Zgjidhni një tast tjetër
keys-add = Edhe një tast për { $what }
keys-usual = Sërish tasti i zakonshëm për { $what }
keys-all-usual = Të gjithë tastet si zakonisht
keys-all-usual-done = Të gjithë tastet janë sërish si zakonisht.
keys-press-title = Një tast për “{ $what }”
keys-press = Shtypni tastin e ri, vetëm ose bashkë me { $ctrl } ose Shift.
keys-press-label = Tasti i ri
keys-given = { $key } tani bën “{ $what }”.
keys-dropped = { $key } tani nuk bën asgjë.
keys-taken = { $key } bën tashmë “{ $other }”.
keys-swap = Ndërroni: { $old } do të bëjë “{ $other }”
keys-take = Merreni: “{ $other }” mbetet pa tast
keys-drop = Asnjë tast
keys-refused-alt = Jo me Alt ose Option: në shumë tastiera ato shkruajnë shkronja.
keys-refused-bracket = Jo kjo shenjë: në shumë tastiera kërkon AltGr.
keys-refused-input = Jo ky: ndërron mënyrën e të shkruarit.
keys-refused-screenshot = Jo ky: në Mac bën pamje të ekranit.
keys-refused-system = Jo ky: e përdor sistemi ose çdo program.
keys-refused-dead = Ky tast pret një të dytë. Zgjidhni një tjetër.
keys-refused-needed = Jo ky: duhet për të lëvizur, zgjedhur dhe shkruar.
keys-refused-typing = Jo pa { $ctrl }: nuk do ta shkruanit dot më.

## Menyja e një rreshti

row-menu = Menyja për { $name }
