### Réactions : un émoji sur ce que la personne a écrit.

react = Réagir
react-choices = Réagir à ce message
react-more = Autres émojis
key-react = Réagir au message le plus récent
reaction-us = Nous
reaction-own = { $by } a réagi avec { $emoji }, { $state }. { $act }
reaction-by = { $by } a réagi avec { $emoji }, { $state }
reaction-take-back = Appuyez pour la retirer
reaction-keep = Appuyez pour la garder
reaction-there = la personne peut la voir
reaction-going-turn = en route
reaction-going-network = part dès que nous sommes en ligne
reaction-going-earlier = en route
reaction-going-provider = le canal nous a demandé d’attendre
reaction-going-sign-in = attend que quelqu’un se reconnecte
reaction-leaving-turn = en cours de retrait
reaction-leaving-network = retirée dès que nous sommes en ligne
reaction-leaving-earlier = en cours de retrait
reaction-leaving-provider = retirée dès que le canal le permet
reaction-leaving-sign-in = retirée dès que quelqu’un se reconnecte
reaction-not-sent = La réaction n’a pas été envoyée.
reaction-stayed = La réaction n’a pas été retirée.
reaction-unclear = { $provider } n’a pas répondu ; la personne la voit peut-être quand même.
reaction-let-go = Laisser ainsi
