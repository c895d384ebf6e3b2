### Kontakte nga një skedar dhe lista e pacientëve si skedar.

contacts-title = Importo kontakte
contacts-import = Importo kontakte
contacts-export = Eksporto listën
contacts-exported = Lista u ruajt si { $path }. Të dhënat e pacientëve në të nuk janë të koduara.
contacts-explain = Merrni pacientë nga një program tjetër: tabelë (CSV) ose vCard. Shihni gjithçka para se të shkruhet diçka dhe i tërë importi mund të zhbëhet.
contacts-choose = Zgjidhni një skedar
contacts-choose-other = Zgjidh një skedar tjetër
contacts-earlier = Importe të mëparshme
contacts-columns = Thoni çfarë përmban secila kolonë. Shkronjat u lexuan si { $encoding }.
contacts-cards = Skedar me vCard, i lexuar si { $encoding }.
contacts-column = Kolona { $n }
contacts-no-name = Thoni cila kolonë përmban emrin. Nëse ka vetëm një kolonë, skedari u ruajt me ndarës tjetër: ruajeni përsëri me presje.
contacts-sample = Rreshtat e parë
contacts-empty = Ky skedar nuk ka rreshta. Zgjidhni një tjetër.
contacts-line = Rreshti { $line }
contacts-check = Shihni të gjithë rreshtat
contacts-looking = Po shihet rreshti { $rows } … Ende nuk shkruhet asgjë.
contacts-doubles = Tashmë këtu, ose ndoshta
contacts-wrong = Rreshta që lihen jashtë
contacts-wrong-next = Ndreqni këta rreshta në skedar dhe hapeni edhe një herë. Kush është tashmë këtu mbetet siç është.
contacts-back = Prapa te kolonat
contacts-running = Rreshti { $rows } nga { $all }
contacts-stop = Ndaloni këtu
contacts-undo = Zhbëni këtë import
field-skip = Lëreni jashtë
field-name = Emri i plotë
field-given-name = Emri
field-family-name = Mbiemri
field-preferred-name = Dëshiron të thirret
field-birth-date = Datëlindja
field-language = Gjuha
field-phone = Telefoni
field-email = E-mail
field-postal = Adresa
field-other = Tjetër
field-note = Shënim
row-no-name = Mungon emri.
row-birth-date = Datëlindja nuk mund të jetë e saktë.
row-email = Kjo nuk është adresë e-mail.
row-phone = Numri i telefonit nuk lexohet.
row-too-long = Përmban më shumë se sa mban një kartelë.
row-broken = Janë humbur shkronja. Ruajeni skedarin si UTF-8 në programin tjetër.
row-cells = Qelizat nuk u përshtaten kolonave.
row-cut-short = Skedari mbaron në mes të tij.
row-too-shared = Numri ose adresa e e-mailit gjendet tashmë në 50 kartela, pra nuk është e askujt. Hiqeni nga rreshti.
double-same-person = Tashmë këtu si { $name }: lihet jashtë
double-in-file = Gjendet dy herë në skedar: lihet jashtë
double-same-contact = Ndan numër ose adresë me { $name }: merret
double-same-name = Ka të njëjtin emër me dikë këtu: merret
contacts-earlier-one = { $n ->
     [one] Një pacient
    *[other] { $n } pacientë
}
contacts-found = { $rows ->
     [one] U pa një rresht. Ende nuk është shkruar asgjë.
    *[other] U panë { $rows } rreshta. Ende nuk është shkruar asgjë.
}
contacts-good = { $n ->
     [one] Një pacient i ri
    *[other] { $n } pacientë të rinj
}
contacts-possible = { $n ->
     [one] Njëri prej tyre mund të jetë tashmë këtu. Shiheni më pas te dyfishimet e mundshme.
    *[other] { $n } prej tyre mund të jenë tashmë këtu. Shihini më pas te dyfishimet e mundshme.
}
contacts-known = { $n ->
     [one] Një është tashmë këtu dhe mbetet siç është
    *[other] { $n } janë tashmë këtu dhe mbeten siç janë
}
contacts-bad = { $n ->
     [one] Një rresht lihet jashtë, sepse diçka nuk është në rregull
    *[other] { $n } rreshta lihen jashtë, sepse diçka nuk është në rregull
}
contacts-take = { $n ->
     [one] Importo një pacient
    *[other] Importo { $n } pacientë
}
contacts-done = { $n ->
     [one] U krye: një kartelë e re.
    *[other] U krye: { $n } kartela të reja.
}
contacts-stopped = { $n ->
     [one] U ndal. Deri atëherë u bë një kartelë.
    *[other] U ndal. Deri atëherë u bënë { $n } kartela.
}
contacts-known-done = { $n ->
     [one] Një ishte tashmë këtu.
    *[other] { $n } ishin tashmë këtu.
}
contacts-bad-done = { $n ->
     [one] Një rresht u la jashtë.
    *[other] { $n } rreshta u lanë jashtë.
}
contacts-undone = { $n ->
     [one] Importi u zhbë: një kartelë u hoq.
    *[other] Importi u zhbë: { $n } kartela u hoqën.
}
contacts-stayed = { $n ->
     [one] Një mbetet, sepse dikush ka punuar me të.
    *[other] { $n } mbeten, sepse dikush ka punuar me to.
}
