### Reaktionen: ein Emoji an dem, was die Person geschrieben hat.

react = Reagieren
react-choices = Auf diese Nachricht reagieren
react-more = Weitere Emojis
key-react = Auf die neueste Nachricht reagieren
reaction-us = Wir
reaction-own = { $by }: Reaktion { $emoji }, { $state }. { $act }
reaction-by = { $by }: Reaktion { $emoji }, { $state }
reaction-take-back = Drücken, um sie zurückzunehmen
reaction-keep = Drücken, um sie zu behalten
reaction-there = für die Person sichtbar
reaction-going-turn = unterwegs
reaction-going-network = geht ab, sobald wir online sind
reaction-going-earlier = unterwegs
reaction-going-provider = der Kanal bat uns zu warten
reaction-going-sign-in = wartet, bis sich jemand neu anmeldet
reaction-leaving-turn = wird zurückgenommen
reaction-leaving-network = wird zurückgenommen, sobald wir online sind
reaction-leaving-earlier = wird zurückgenommen
reaction-leaving-provider = wird zurückgenommen, sobald der Kanal uns lässt
reaction-leaving-sign-in = wird zurückgenommen, sobald sich jemand neu anmeldet
reaction-not-sent = Die Reaktion wurde nicht gesendet.
reaction-stayed = Die Reaktion wurde nicht zurückgenommen.
reaction-unclear = { $provider } hat nicht geantwortet; vielleicht sieht die Person sie trotzdem.
reaction-let-go = Dabei belassen
