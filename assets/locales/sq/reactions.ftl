### Reagimet: një emoji te ajo që ka shkruar pacienti.

react = Reago
react-choices = Reago ndaj këtij mesazhi
react-more = Emoji të tjera
key-react = Reago ndaj mesazhit më të ri
reaction-us = Ne
reaction-own = { $by } reagoi me { $emoji }: { $state }. { $act }
reaction-by = { $by } reagoi me { $emoji }: { $state }
reaction-take-back = Shtyp për ta tërhequr
reaction-keep = Shtyp për ta mbajtur
reaction-there = pacienti mund ta shohë
reaction-going-turn = në rrugë
reaction-going-network = niset sapo të jemi në linjë
reaction-going-earlier = në rrugë
reaction-going-provider = kanali na kërkoi të presim
reaction-going-sign-in = pret derisa dikush të hyjë sërish
reaction-leaving-turn = po tërhiqet
reaction-leaving-network = tërhiqet sapo të jemi në linjë
reaction-leaving-earlier = po tërhiqet
reaction-leaving-provider = tërhiqet kur ta lejojë kanali
reaction-leaving-sign-in = tërhiqet kur dikush të hyjë sërish
reaction-not-sent = Reagimi nuk u dërgua.
reaction-stayed = Reagimi nuk u tërhoq.
reaction-unclear = { $provider } nuk u përgjigj, ndaj pacienti mund ta shohë gjithsesi.
reaction-let-go = Lëre kështu
