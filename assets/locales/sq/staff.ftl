### Njerëzit në recepsion: kush rri aty, kush tjetër është te një bisedë, çfarë i lë një turn tjetrit.

queue-mentioned = Përmendjet
empty-mentioned = Asnjë shënim nuk ju pret.

# Dikush tjetër e merr këtë kompjuter; askush nuk hyn a del me fjalëkalim.
staff-sit-down = Kalo
staff-sit-down-as = Kalo te { $name }
staff-sit-down-whom = { staff-sit-down }: { $name }
staff-on-desk-is = Në recepsion: { $name }
staff-more = { $n ->
    [one] edhe 1 person
   *[other] edhe { $n } persona
}
staff-here-now = Tani është { $name } këtu.
staff-not-kept = Ajo që shkruat nuk u ruajt dot ende, prandaj nuk u kalua te tjetri. Lironi vend në disk dhe provoni përsëri.

## Faqja e njerëzve te cilësimet

settings-people = Stafi
    .words = Kush rri në këtë recepsion
staff-intro = Gjithçka shënohet me emrin e atij që rri në recepsion. Secili ka skicat e veta.
staff-edit = Ndrysho
staff-edit-whom = Ndrysho { $name }
staff-leave = Ka ikur
staff-leave-whom = { $name } ka ikur
staff-left = { $name } nuk punon më këtu. Fjalët e shkruara mbeten me këtë emër.
staff-return = Punon sërish këtu
staff-return-whom = { $name } punon sërish këtu
staff-add = Shto dikë
staff-gone = Nuk janë më këtu
    .words = Ata mbeten autorët e asaj që shkruan.
staff-gone-since = që nga { $day }
staff-name = Emri
staff-name-missing = Shkruani një emër.
staff-name-taken = Dikush këtu e ka tashmë këtë emër. Shtoni një emër të dytë ose një shkronjë.
staff-initials = Inicialet
staff-initials-help = Po u lanë bosh, dalin nga emri.
staff-initials-long = Më së shumti tri shkronja.
staff-colour = Ngjyra
staff-colour-1 = Blu
staff-colour-2 = E gjelbër
staff-colour-3 = Okër
staff-colour-4 = Rozë
staff-colour-5 = Bruz
staff-colour-6 = Vjollcë

## Kush tjetër është te një bisedë

others-here = Kush tjetër është këtu
other-writing = { $name } po shkruan
other-began = { $name } nisi një përgjigje
other-looked = { $name } e hapi, { $time }
began-writing = { $name } po shkruan një përgjigje.
began-today = { $name } nisi një përgjigje në { $time }.
# $time është një ditë, ndoshta me orë.
began-earlier = { $name } nisi një përgjigje ({ $time }).
take-over = Merre përsipër
take-over-use = Vendose në përgjigjen time
take-over-not = Lëre
take-over-stays = Këto fjalë i mbeten edhe { $name }.
take-over-files = { $n ->
    [one] 1 skedar mbetet te { $name }.
   *[other] { $n } skedarë mbeten te { $name }.
}
took-over = Fjalët e { $name } janë në përgjigjen tuaj.

## Nga turni në turn

handover-title = Nga turni në turn
handover-unread = { $n ->
    [one] 1 shënim i palexuar nga turni i mëparshëm
   *[other] { $n } shënime të palexuara nga turni i mëparshëm
}
handover-write = Shkruani për ata që vijnë pas jush
handover-keep = Lër shënimin
handover-stays = Shënimet mbeten këtu; fjalët e askujt nuk hiqen.
handover-before = Lënë më parë
handover-none = Ende nuk është lënë asgjë.
handover-from = Shënim nga { $name }, { $time }
handover-tick = Shëno si të lexuar
handover-ticked = U shënua si i lexuar.
handover-left = Shënimi i pret ata që vijnë pas jush.
handover-more = { $n ->
    [one] edhe 1 shënim
   *[other] edhe { $n } shënime
}
handover-arrived = { $n ->
    [one] Një shënim nga një turn i mëparshëm
   *[other] { $n } shënime nga turnet e mëparshme
}

## Emrat në shënime

mention-list = Njerëz për t’u përmendur
mention-offered = { $n ->
    [one] 1 person. Shigjetat zgjedhin, Enter e merr.
   *[other] { $n } persona. Shigjetat zgjedhin, Enter e merr.
}
