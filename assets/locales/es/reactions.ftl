### Reacciones: un emoji en lo que la persona escribió.

react = Reaccionar
react-choices = Reaccionar a este mensaje
react-more = Más emojis
key-react = Reaccionar al mensaje más reciente
reaction-us = Nosotros
reaction-own = { $by } reaccionó con { $emoji }: { $state }. { $act }
reaction-by = { $by } reaccionó con { $emoji }: { $state }
reaction-take-back = Pulse para retirarla
reaction-keep = Pulse para dejarla
reaction-there = la persona puede verla
reaction-going-turn = en camino
reaction-going-network = sale en cuanto haya conexión
reaction-going-earlier = en camino
reaction-going-provider = el canal nos pidió esperar
reaction-going-sign-in = espera a que alguien vuelva a iniciar sesión
reaction-leaving-turn = se está retirando
reaction-leaving-network = se retira en cuanto haya conexión
reaction-leaving-earlier = se está retirando
reaction-leaving-provider = se retira cuando el canal lo permita
reaction-leaving-sign-in = se retira cuando alguien vuelva a iniciar sesión
reaction-not-sent = La reacción no se envió.
reaction-stayed = La reacción no se retiró.
reaction-unclear = { $provider } no respondió; puede que la persona la vea de todos modos.
reaction-let-go = Dejarlo así
