### Përgjigjet e ruajtura: lista mbi fushën, vendet bosh dhe faqja ku mbahen.

reply-or-saved = Shkruani { $name }, ose / për një përgjigje të ruajtur
saved-reply = Përgjigje e ruajtur
saved-list = Përgjigje të ruajtura
saved-choose = zgjidhni
saved-insert = vendoseni
saved-next-blank = vendi bosh tjetër
saved-close = mbylleni
saved-none = Asnjë përgjigje e ruajtur me “{ $words }”.
saved-none-yet = Ende nuk ka përgjigje të ruajtura.
saved-manage = Hapni cilësimet
saved-found = { $n ->
    [0] Asnjë përgjigje e ruajtur nuk përputhet
    [one] Përputhet një përgjigje e ruajtur
   *[other] Përputhen { $n } përgjigje të ruajtura
}
saved-blank = { $n ->
    [one] Vend bosh: { $name }. I vetmi.
   *[other] Vend bosh: { $name }. Kanë mbetur { $n }.
}
saved-blank-left = Plotësoni “{ $name }” para se ta dërgoni. Tab ju çon aty.

saved-variable-patient = emri i pacientit
saved-variable-first-name = emri
saved-variable-practice = klinika
saved-variable-staff = emri juaj
saved-variable-practitioner = mjeku
saved-variable-next-appointment = termini i ardhshëm
saved-variable-opening-hours = orari
saved-variable-today = data e sotme

settings-saved = Përgjigje të ruajtura
    .words = Ato që shkruani çdo ditë, në gjuhën e pacientit
saved-empty = Ende nuk ka përgjigje të ruajtura.
saved-empty-then = Shkruani tuajat ose filloni me tetë të zakonshme. Secila ka tekst në gjashtë gjuhë, dhe pacienti merr të vetin.
saved-start = Shtoni tetë përgjigje të zakonshme
saved-started = { $n ->
    [one] U shtua një përgjigje.
   *[other] U shtuan { $n } përgjigje.
}
saved-new = Përgjigje e re
saved-used = { $n ->
    [0] ende e papërdorur
    [one] e përdorur një herë
   *[other] e përdorur { $n } herë
}
saved-edit = Ndryshoni { $title }
saved-edit-short = Ndryshoni
saved-remove = Hiqni { $title }
saved-remove-short = Hiqni
saved-up = Ngrini { $title } lart
saved-down = Ulni { $title } poshtë
saved-kept = { $title } u ruajt.
saved-removed = { $title } u hoq.
saved-title = Emri në listë
saved-shortcut = Shkurtesa
saved-shortcut-help = Ajo që shkruhet pas /. Shkronja, shifra dhe viza.
saved-languages = Gjuha e tekstit
saved-text = Teksti: { $language }
saved-text-help = { "{{first_name|mik}}" } zëvendësohet me emrin, ose me “mik” kur emri nuk dihet. Ajo që nuk dihet dhe nuk ka fjalë tjetër bëhet vend bosh për t’u plotësuar.
saved-variables = Vendosni atë që di klinika
saved-preview = Si duket për një pacient të shpikur
saved-unknown = { $n ->
    [one] Një vend bosh duhet plotësuar çdo herë.
   *[other] { $n } vende bosh duhen plotësuar çdo herë.
}
saved-problem-title = Jepini një emër deri në 80 shenja.
saved-problem-shortcut = Deri në 30 shkronja, shifra dhe viza.
saved-problem-text = Shkruani një tekst të paktën në një gjuhë, deri në 4.000 shenja.
saved-problem-too-many = Ka tashmë 500 përgjigje të ruajtura. Hiqni disa më parë.

error-blank-unfilled = Nuk u dërgua: një vend është ende bosh. Plotësojeni dhe dërgojeni përsëri.
