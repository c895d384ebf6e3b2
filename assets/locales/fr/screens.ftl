### Les écrans à côté de la réception : installation, verrouillé, réglages, recherche.

provider-instagram = Instagram
provider-twilio = Twilio

## Installation

setup-steps = Étapes de l’installation
setup-step-done = Fait
setup-step-practice = Votre cabinet
    .words = Nom, pays, fuseau horaire
setup-step-practice-at = { $name }, { $place }
setup-step-recovery = Code de secours
    .words = Une page pour le coffre
setup-step-recovery-done = Imprimé et vérifié
setup-step-channels = Canaux
    .words = Instagram, WhatsApp, SMS, téléphone
setup-step-channels-count = { $n ->
    [0] Aucun compte connecté
    [one] Un compte connecté
    [many] { $n } de comptes connectés
   *[other] { $n } comptes connectés
}
setup-step-ready = Prêt
    .words = Ouvrir l’accueil
setup-channel-connected = connecté
setup-channel-not-found = pas sur ce compte
setup-channel-now = connexion en cours
setup-channel-next = ensuite
setup-channel-later = plus tard

setup-only-looking = Juste pour voir ?
setup-only-looking-words = Un cabinet de démonstration avec des patients inventés s’ouvre tout de suite et disparaît en un clic.
setup-open-demo = Ouvrir la démonstration
setup-bar-encrypted = Chiffré sur cet ordinateur
setup-bar-nothing-yet = Rien n’est encore enregistré, et rien n’a été envoyé à personne
setup-back = Retour
setup-later = Laisser pour plus tard
setup-next-recovery = Continuer vers le code de secours
setup-next-make = Créer le cabinet
setup-next-twilio = Continuer vers WhatsApp, SMS et téléphone
setup-next-ready = Continuer
setup-open-desk = Ouvrir l’accueil

setup-title-practice = Votre cabinet
setup-lead-practice = Quatre choses qu’Anteroom doit savoir. Elles restent sur cet ordinateur.
setup-title-recovery = Code de secours
setup-lead-recovery = Les messages de vos patients sont fermés avec une clé que seul cet ordinateur possède. Ce code est la clé de rechange.
setup-title-instagram = Connecter Instagram
setup-lead-instagram = Ce que l’on écrit à votre cabinet sur Instagram arrive ici, et vos réponses partent d’ici.
setup-title-twilio = Connecter WhatsApp, SMS et téléphone
setup-lead-twilio = Les trois passent par le compte Twilio de votre cabinet, une seule clé les connecte donc ensemble.
setup-title-ready = Prêt
setup-lead-ready = Voici où vous en êtes. Tout peut être changé plus tard sous { nav-settings }.

setup-clinic-name = Nom du cabinet
setup-clinic-name-help = Tel que les patients le connaissent. Il figure aussi sur la page du code de secours.
setup-clinic-name-missing = Écrivez le nom du cabinet.
setup-country = Pays
setup-country-help = Les numéros sans indicatif sont lus comme des numéros de ce pays.
setup-country-missing = Choisissez un pays.
setup-choose = Choisir…
setup-zone = Fuseau horaire
setup-zone-help = Toutes les heures dans Anteroom sont celles du cabinet.
setup-zone-near = Dans ce pays
setup-zone-others = Ailleurs
setup-staff-name = Votre nom
setup-staff-name-help = Vos collègues le voient à côté des notes et des réponses. Les patients non.
setup-staff-name-missing = Écrivez votre nom.

## Code de secours

recovery-code = Code de secours
recovery-print = Imprimer la page
recovery-printed = Je l’ai sur papier
recovery-by-hand = Pas d’imprimante ? Recopiez les { $n } groupes à la main. Ils ne contiennent ni O, ni I, ni L, ni U.
recovery-prove = Regardez votre papier et saisissez ces deux groupes. Majuscules et tirets n’ont pas d’importance.
recovery-group = Groupe { $n }
recovery-group-wrong = Ce n’est pas ce que dit le papier. Regardez encore une fois.
recovery-show-again = Afficher le code de nouveau
recovery-what = À quoi sert ce code
recovery-what-1 = Il ouvre vos données quand la clé a disparu
    .words = Un nouvel ordinateur, un disque réparé, un trousseau remis à zéro : alors rien d’autre n’ouvre le cabinet.
recovery-what-2 = Il est tiré au hasard, ici
    .words = 256 bits au hasard, tirés sur cet ordinateur il y a un instant. Il n’a été envoyé à personne, et ce n’est pas un mot de passe que l’on pourrait oublier.
recovery-what-3 = Gardez-le avec les papiers du cabinet
    .words = Dans le coffre ou avec les contrats, pas à côté de l’ordinateur ni en photo sur un téléphone.
recovery-what-4 = Personne ne peut le refaire
    .words = Nous non plus. Si cet ordinateur et le papier sont perdus, les messages le sont aussi.
recovery-help = Recopiez-le du papier. Majuscules, espaces et tirets n’ont pas d’importance.
recovery-count = { $n } caractères sur { $of }
recovery-length = Le code a { $of } caractères, il y en a { $n } ici. Comparez-le avec le papier groupe par groupe.
recovery-stray = « { $letter } » ne figure dans aucun code de secours. Comparez-le avec le papier.

sheet-title = Code de secours pour Anteroom
sheet-what = Ce code ouvre les messages chiffrés des patients du cabinet quand l’ordinateur qui détient la clé ne le peut pas.
sheet-use = Quand vous en avez besoin
sheet-use-words = Lancez Anteroom. Quand il indique que les données ne peuvent pas être ouvertes, choisissez « { locked-use-code } » et saisissez les { $n } groupes dans l’ordre.
sheet-keep = Comment le conserver
sheet-keep-words = Enfermez-le avec les papiers du cabinet. Qui a cette page et une copie des données peut tout lire. Personne ne peut la remplacer, notez donc qui la garde.
sheet-kept-by = Gardé par

## Connexion

path-label = Les messages circulent entre { $provider } et cet ordinateur, chiffrés. Ils ne passent par aucun serveur à nous.
path-provider = a sa propre copie
path-encrypted = chiffré dans les deux sens
path-here = Cet ordinateur
path-here-words = stocké chiffré
path-nothing = rien ne va plus loin
path-no-server = Aucun serveur à nous
path-no-server-words = personne d’autre ne lit

connect-how-instagram = Obtenir un jeton
connect-how-instagram-1 = Ouvrez developers.facebook.com dans votre navigateur et connectez-vous avec le compte qui gère l’Instagram du cabinet.
connect-how-instagram-2 = Choisissez l’application du cabinet, ou créez-en une de type « Business ». Ouvrez ensuite « Instagram », puis « API setup with Instagram login ».
connect-how-instagram-3 = Sous « Generate access tokens », ajoutez le compte Instagram du cabinet et appuyez sur « Generate token ». Accordez les deux autorisations décrites plus bas.
connect-how-instagram-4 = Copiez le jeton et collez-le ici. Anteroom le renouvelle ensuite de lui-même.
connect-how-twilio = Créer une clé
connect-how-twilio-1 = Connectez-vous sur console.twilio.com. L’Account SID se trouve sur la première page, sous « Account Info ».
connect-how-twilio-2 = Ouvrez « Account management », « API keys & tokens », et appuyez sur « Create API key ». Donnez-lui le nom Anteroom et le type « Standard ».
connect-how-twilio-3 = Copiez le SID de la clé et son secret. Twilio ne montre le secret que cette seule fois.
connect-token = Jeton
connect-token-help = Une longue suite de lettres et de chiffres qui commence par IG.
connect-token-missing = Collez d’abord le jeton.
connect-account-sid = Account SID
connect-key-sid = SID de la clé
connect-secret = Secret de la clé
connect-secret-help = Il va dans la base chiffrée de cet ordinateur et nulle part ailleurs.
connect-secret-missing = Collez le secret de la clé.
connect-sid-shape = Il commence par { $start } et compte 34 caractères. Copiez-le encore une fois.
connect-checking = Interrogation…
connect-go = Vérifier et connecter { $provider }
connect-done = { $account } est connecté. Les messages arrivent dès maintenant, aussi pendant que vous continuez ici.
connect-take-back-instagram = Vous pouvez y mettre fin à tout moment sous { nav-settings }, { settings-accounts }. Anteroom rend alors l’autorisation à Instagram et supprime le jeton ici. Les messages restent chez vous.
connect-take-back-twilio = Vous pouvez y mettre fin à tout moment sous { nav-settings }, { settings-accounts }. Anteroom supprime alors la clé ici et, s’il le peut, chez Twilio. Les messages restent chez vous.
secret-show = Afficher ce qui a été collé

rights-title-instagram = Deux autorisations, et rien de plus
rights-title-twilio = À quoi sert la clé
rights-never-instagram = Jamais demandé
rights-never-twilio = Jamais fait avec elle
rights-never-instagram-1 = publier, aimer, suivre, commenter
rights-never-instagram-2 = vos abonnés et votre compte privé
rights-never-instagram-3 = des messages pour la publicité ou pour entraîner une machine
rights-never-twilio-1 = acheter des numéros ou les rendre
rights-never-twilio-2 = changer la destination de vos appels
rights-never-twilio-3 = regarder les factures, les cartes ou les autres utilisateurs
right-see-own-account = Voir votre propre compte
    .words = Son nom, son image et son numéro, pour que vous reconnaissiez le bon.
right-read-and-answer-messages = Lire les messages directs et y répondre
    .words = Seulement les conversations avec votre compte.
right-text-messages = Lire et envoyer des SMS et des messages WhatsApp
    .words = Par vos propres numéros, avec images et modèles approuvés.
right-calls = Voir les appels et en passer
    .words = Liste les appels, récupère la messagerie vocale avec sa transcription, et fait sonner le téléphone de l’accueil quand vous appelez quelqu’un.

checks-title = Quatre vérifications
check-state-waiting = Pas encore vérifié
check-state-asking = Vérification en cours
check-state-ok = En ordre
check-state-switch = Quelque chose doit être activé
check-state-refused = Refusé
check-again = Vérifier de nouveau
checked-at = vérifié { $time }
checked-again = vérifié { $time }, de nouveau dans { $n } s
check-instagram-account = Compte professionnel
    .words = { $state ->
        [ok] { $account }
        [asking] Instagram est interrogé sur le propriétaire de ce jeton.
       *[other] Attend le jeton.
    }
check-instagram-rights = { $state ->
        [switch] Il manque une autorisation
        [ok] Les deux autorisations sont accordées
       *[other] Les deux autorisations
    }
    .words = { $state ->
        [ok] Lire les messages, et voir votre propre compte.
        [switch] Générez de nouveau le jeton et accordez aussi ceci :
       *[other] Vient après le compte.
    }
check-instagram-reach = { $state ->
        [switch] Instagram cache les messages aux autres outils
        [ok] Les messages sont accessibles
       *[other] Accès aux messages
    }
    .words = { $state ->
        [ok] Le réglage dans l’application Instagram est activé.
        [switch] Activez-le dans l’application Instagram sur le téléphone du cabinet :
       *[other] Un réglage de l’application Instagram doit être activé.
    }
check-instagram-reach-way = Paramètres | Messages et réponses aux stories | Contrôle des messages | Outils connectés | Autoriser l’accès aux messages
check-instagram-fetch = Premiers messages
    .words = { $state ->
        [ok] Les messages les plus récents sont ici.
        [asking] Récupération en cours. Vous pouvez continuer pendant ce temps.
       *[other] Vient en dernier et dure environ une minute.
    }
check-instagram-refused = Instagram n’accepte pas ce jeton. Générez-en un nouveau et collez-le en entier.
check-twilio-account = Compte et clé
    .words = { $state ->
        [ok] { $account }
        [asking] Twilio est interrogé pour savoir s’ils vont ensemble.
       *[other] Attend les trois valeurs.
    }
check-twilio-rights = { $state ->
        [switch] La clé ne peut pas tout faire
        [ok] La clé peut ce qu’elle doit
       *[other] Ce que la clé peut faire
    }
    .words = { $state ->
        [ok] SMS, WhatsApp et appels.
        [switch] Créez une clé de type « Standard ». Il manque à celle-ci :
       *[other] Vient après la clé.
    }
check-twilio-reach = { $state ->
        [ok] Canaux et numéros
        [switch] Aucun numéro trouvé
       *[other] Canaux et numéros
    }
    .words = { $state ->
        [ok] Trouvés sur ce compte :
        [switch] Le compte n’a pas encore de numéro. Prenez-en un dans la console Twilio, puis vérifiez de nouveau.
       *[other] Montre ce que ce compte peut transporter.
    }
check-twilio-fetch = Premiers messages et appels
    .words = { $state ->
        [ok] Les messages et appels les plus récents sont ici.
        [asking] Récupération en cours. Vous pouvez continuer pendant ce temps.
       *[other] Vient en dernier et dure environ une minute.
    }
check-twilio-refused = Twilio n’accepte pas ces valeurs ensemble. Vérifiez les trois encore une fois ; le secret appartient au SID de la clé.
check-fetch-running = { $done ->
    [one] { $done } message jusqu’ici. Vous pouvez continuer pendant ce temps.
    [many] { $done } de messages jusqu’ici. Vous pouvez continuer pendant ce temps.
   *[other] { $done } messages jusqu’ici. Vous pouvez continuer pendant ce temps.
}

## Prêt

ready-practice = { $name } est à l’accueil.
ready-recovery = Code de secours
    .words = Sur papier et vérifié. Mettez maintenant la page à sa place.
ready-instagram = Instagram
ready-twilio = WhatsApp, SMS et téléphone
ready-connected = { $account } est connecté.
ready-later = Pas encore connecté. Vous le trouvez sous { nav-settings }, { settings-accounts }.

## Verrouillé

locked-use-code = Utiliser le code de secours
locked-open = Ouvrir le cabinet
locked-trying = Essai en cours…
locked-still = { $n ->
    [one] Toujours pareil.
    [many] Toujours pareil après { $n } d’essais.
   *[other] Toujours pareil après { $n } essais.
}
locked-help = Que puis-je faire ?
locked-safe = Vos données sont toujours sur cet ordinateur, chiffrées, et rien n’en est affiché ici.
locked-keychain-locked = Le trousseau du système est verrouillé
    .words = La clé de votre cabinet s’y trouve, Anteroom doit donc attendre qu’il soit ouvert.
    .help = Fermez la session de l’ordinateur et rouvrez-la. Cela ouvre en général le trousseau. | Appuyez sur « { try-again } » et saisissez le mot de passe si le système le demande. | Si le mot de passe de l’ordinateur a été changé par quelqu’un d’autre, le trousseau veut peut-être encore l’ancien. | Si rien n’y fait, utilisez le code de secours et choisissez une phrase secrète.
locked-keychain-missing = Cet ordinateur n’a pas de trousseau
    .words = Anteroom garde la clé de votre cabinet dans le trousseau du système, et il n’y en a pas en ce moment.
    .help = Sous Linux, demandez à la personne qui s’occupe de l’ordinateur de démarrer un Secret Service tel que GNOME Keyring ou KWallet. | Sous Windows et macOS, redémarrez l’ordinateur et réessayez. | Avec le code de secours et une nouvelle phrase secrète, vous pouvez ouvrir le cabinet maintenant.
locked-key-missing = La clé de votre cabinet n’est pas dans le trousseau
    .words = Les données sont ici, mais pas la clé. Cela arrive quand le système a été réinstallé, ou quand les données ont été copiées d’un autre ordinateur.
    .help = Êtes-vous dans la session de la personne qui a installé Anteroom ? Chaque utilisateur de l’ordinateur a son propre trousseau. | Prenez la page du code de secours et choisissez « { locked-use-code } ». | Sans la page, l’ordinateur sur lequel Anteroom a été installé a toujours la clé.
locked-wrong-key = La clé du trousseau ne correspond pas
    .words = Il y a une clé, mais elle appartient à d’autres données, par exemple à un cabinet créé plus tard.
    .help = Le dossier du cabinet a-t-il été copié ici d’un autre ordinateur ? Alors cet ordinateur a une autre clé. | Utilisez le code de secours de ce cabinet. Le nom du cabinet figure sur sa page.
locked-database-from-newer-version = Un Anteroom plus récent est passé par ici
    .words = Les données ont été écrites en dernier par une version plus récente. Celle-ci, plus ancienne, n’y touche pas, pour que rien ne s’abîme.
    .help = Installez la dernière version d’Anteroom et relancez-le. | Plusieurs ordinateurs utilisent-ils ce dossier ? Mettez-les tous à la même version.
locked-database-damaged = Les données sont endommagées
    .words = Anteroom ne peut pas lire le fichier de vos messages. Il l’a mis de côté et n’y a rien changé.
    .help = Ne supprimez rien dans le dossier du cabinet. | Existe-t-il une copie du dossier du cabinet d’un jour précédent ? Demandez à la personne qui s’occupe de l’ordinateur. | Faites vérifier le disque. Un tel dommage annonce souvent une panne. | Ce qui est encore chez Instagram et Twilio peut être récupéré.
locked-already-open = Ce cabinet est déjà ouvert
    .words = Un autre Anteroom sur cet ordinateur l’a ouvert, et deux à la fois pourraient se gêner.
    .help = Cherchez une autre fenêtre d’Anteroom, aussi chez les autres utilisateurs connectés. | S’il n’y en a pas, redémarrez l’ordinateur et réessayez.
locked-folder-not-local = Le dossier du cabinet n’est pas sur cet ordinateur
    .words = Il se trouve sur un lecteur réseau ou dans un dossier synchronisé avec Internet. Les bases de données s’y abîment, donc Anteroom ne l’ouvre pas.
    .help = Demandez à la personne qui s’occupe de l’ordinateur de déplacer le dossier sur un disque de cet ordinateur. | Sortez le dossier de OneDrive, iCloud, Dropbox et autres.
locked-folder-read-only = Impossible d’écrire dans le dossier du cabinet
    .words = Anteroom peut le lire mais pas y écrire, les nouveaux messages ne pourraient donc pas être conservés.
    .help = Demandez à la personne qui s’occupe de l’ordinateur le droit d’écrire dans le dossier. | Le disque a-t-il beaucoup d’erreurs ou est-il protégé en écriture ? Faites-le vérifier.
locked-disk-full = Le disque est plein
    .words = Il n’y a même plus de place pour ouvrir le cabinet. Rien n’est perdu.
    .help = Videz la corbeille et supprimez les gros fichiers inutiles. | Appuyez ensuite sur « { try-again } ». Un gigaoctet suffit pour continuer.
locked-other = Vos données ne peuvent pas être ouvertes en ce moment
    .words = Quelque chose d’inattendu bloque. Rien n’a été modifié.
    .help = Réessayez. | Redémarrez l’ordinateur. | Si cela persiste, demandez à la personne qui s’occupe de l’ordinateur, et ne supprimez rien dans le dossier du cabinet.

## Réglages

settings-title = Réglages et confidentialité
settings-accounts = Canaux
    .words = Les comptes et leur fraîcheur
settings-look = Apparence
    .words = Lumière, lignes, lettres, langue
settings-sending = Envois et appels
    .words = Délai pour rattraper, téléphone de l’accueil
settings-notifications = Notifications
    .words = Ce que la salle peut voir
settings-network = Réseau
    .words = Avec qui cet ordinateur a parlé aujourd’hui
settings-demo = Cabinet de démonstration
    .words = Retirer les patients inventés
settings-keys = Touches
    .words = Tout sans la souris
settings-about = À propos
    .words = Version et licences

accounts-none = Aucun canal n’est connecté. Les messages arrivent dès que vous en connectez un.
accounts-add = Connecter un autre compte
accounts-add-instagram = Messages directs, avec un jeton
accounts-add-twilio = WhatsApp, SMS et appels, avec une clé
accounts-connect-title = Connecter { $provider }
accounts-sign-in-title = Reconnecter { $account }
accounts-back = Tous les canaux
accounts-finished = Terminé
account-since = depuis { $day }
account-works = Fonctionne
account-behind = En retard
account-ends-soon = La connexion expire bientôt
account-needs-sign-in = Se reconnecter
account-sign-in-instagram = Instagram n’accepte plus le jeton, peut-être parce que le mot de passe a été changé. Tant que vous ne vous reconnectez pas, rien n’arrive et rien ne part. Ce qui est ici reste.
account-sign-in-twilio = Twilio n’accepte plus la clé, peut-être parce qu’elle y a été supprimée. Tant que vous ne vous reconnectez pas, rien n’arrive et rien ne part. Ce qui est ici reste.
account-expires = La connexion expire le { $date } et n’a pas pu être renouvelée. Reconnectez-vous avant, pour que rien ne soit manqué.
account-renews = Connecté jusqu’au { $date }, renouvelé de lui-même
account-missing = Quelque chose qui est arrivé ici ({ $time }) n’a pas pu être enregistré. Regardez chez { $provider } ce qui manque ici, et prévenez la personne qui s’occupe de l’ordinateur. Se reconnecter retire cet avis.
account-rights = Autorisations
account-check-now = Vérifier maintenant
account-sign-in = Se reconnecter
account-disconnect = Déconnecter…
account-asked = Interrogé { $time }
account-late = Réponses tardives : 7 jours au lieu de 24 heures
    .words = Seulement pour les réponses qu’une personne écrit. Meta doit avoir approuvé « Human Agent » pour l’application de votre cabinet ; sans cela, Instagram refuse les réponses après 24 heures.
health-channel = Canal
health-state = État
health-last-message = Dernier message
health-last-check = Dernière vérification
health-gap = Plus ancienne lacune
health-up-to-date = À jour
health-behind = En retard
health-catching-up = Rattrapage en cours, { $done } jusqu’ici
health-starting = Interrogé pour la première fois
health-off = Non interrogé
health-none = aucun pour l’instant
health-none-yet = aucune pour l’instant
health-no-gap = aucune
health-gap-since = depuis { $time }
health-gap-never = jamais joint
health-retry = Prochain essai { $time }.
disconnect-what = Ce qui se passe quand vous déconnectez { $account }
disconnect-1-instagram = Anteroom demande à Instagram de retirer l’autorisation, et supprime le jeton de cet ordinateur.
disconnect-1-twilio = Anteroom supprime la clé de cet ordinateur, et chez Twilio aussi si Twilio le permet. Sinon, nous disons où vous pouvez le faire.
disconnect-2 = Les réponses qui ne sont pas encore parties sont retenues. Vous les voyez sous { queue-not-sent }.
disconnect-3 = Tous les messages restent ici et peuvent être lus et cherchés. Les nouveaux n’arrivent plus.
disconnect-4 = Vous pouvez reconnecter le compte à tout moment. Ce qui est encore là-bas est alors récupéré.
disconnect-keep = Le laisser connecté
disconnect-go = Déconnecter { $account }
goodbye-title = { $account } est déconnecté
goodbye-credential = La connexion a été supprimée de cet ordinateur.
goodbye-credential-kept = La connexion n’a pas pu être supprimée de cet ordinateur. Réessayez encore une fois.
goodbye-upstream-revoked = { $provider } a retiré l’autorisation.
goodbye-upstream-by-hand = { $provider } ne permet pas de demander le retrait de l’autorisation.
goodbye-upstream-unreachable = { $provider } est injoignable, l’autorisation y existe donc peut-être encore.
goodbye-by-hand-instagram = Retirez-la vous-même sur instagram.com : Paramètres, Autorisations de site web, Applications et sites web.
goodbye-by-hand-twilio = Supprimez-la vous-même sur console.twilio.com : Account management, API keys & tokens.
goodbye-held = { $n ->
    [0] Aucune réponse n’attendait de partir.
    [one] Une réponse attendait. Elle est retenue sous { queue-not-sent }.
    [many] { $n } de réponses attendaient. Elles sont retenues sous { queue-not-sent }.
   *[other] { $n } réponses attendaient. Elles sont retenues sous { queue-not-sent }.
}
goodbye-stays = Tous les messages sont toujours ici.

look-theme = Lumière
    .words = Du papier le jour, le même bureau le soir.
look-theme-system = Comme le système
look-theme-light = Clair
look-theme-dark = Sombre
look-density = Lignes
    .words = La place que prend chaque conversation dans la liste.
look-density-compact = Serrées
look-density-regular = Normales
look-density-roomy = Espacées
look-text = Lettres
    .words = Tout grandit avec elles.
look-text-normal = Normales
look-text-large = Grandes
look-text-largest = Très grandes
look-text-half = Moitié plus grandes
look-text-double = Doubles
look-language = Langue
    .words = De la fenêtre seulement. Les patients reçoivent les mots que vous saisissez.
look-language-system = Comme le système ({ $name })
look-single-keys = Touches simples
    .words = R pour répondre, E pour traité et ainsi de suite, quand vous n’écrivez pas. Désactivez-les si un logiciel de dictée écrit pour vous.
sending-undo = Délai pour rattraper une réponse
    .words = Une réponse attend ce temps avant de partir. Jusque-là, Annuler la ramène dans le champ.
sending-at-once = Aucun
sending-phone = Téléphone de l’accueil
    .words = Quand vous appelez un patient, ce téléphone sonne d’abord. Les patients voient le numéro du cabinet.
sending-phone-label = Numéro
sending-phone-problem = Écrivez-le avec l’indicatif du pays, par exemple +33 1 99 00 12 34.
sending-phone-saved = Enregistré. Les appels sonnent d’abord ici.
sending-phone-removed = Enregistré. Aucun appel n’est passé depuis cet accueil.
notifications-new = Signaler les nouveaux messages
    .words = Le système affiche « Nouveau message » ou « Appel manqué » et combien. Plusieurs à la fois n’en font qu’un.
notifications-recording = Garder la fenêtre hors des enregistrements
    .words = Les enregistrements d’écran, les écrans partagés et la mémoire d’écran du système montrent une fenêtre vide.
notifications-recording-linux = Windows et macOS le peuvent. Linux ne le peut pas encore ; qui enregistre cet écran voit la fenêtre.
notifications-why = Pourquoi il n’y a jamais de nom
    .words = Les notifications restent visibles à l’écran quand personne n’est là, et le système garde leurs mots dans un fichier qu’Anteroom ne peut pas effacer. Elles disent donc que quelqu’un a écrit, sans dire ni qui ni quoi.
network-lead = Voici tous les hôtes avec lesquels Anteroom a parlé depuis minuit. Chacun appartient à un compte que vous avez connecté, ou à une connexion que vous avez essayée. Il n’y a pas d’autre trafic.
network-none = Rien n’est sorti ni entré depuis minuit.
network-host = Hôte
network-purpose = Pour quoi
network-sent = Envoyé
network-received = Reçu
network-purpose-instagram-messages = Messages de
network-purpose-instagram-media = Images et messages vocaux de
network-purpose-twilio-messages = SMS, WhatsApp et appels de
network-purpose-twilio-media = Images et enregistrements de
network-purpose-simulator = Simulateur, à la place des fournisseurs de
network-purpose-other = Pour
network-purpose-connecting = Pendant la connexion d’un compte
network-never = Ce qui ne part jamais
network-never-1 = Des rapports sur vous ou sur votre usage du programme
network-never-2 = Des données de patients, à nous ou à quiconque que vous n’avez pas connecté
network-never-3 = Les recherches, les notes et les brouillons
demo-page-title = Tout le monde ici est inventé
demo-page-words = Les patients, leurs messages et les fournisseurs sont joués sur cet ordinateur. Retirer la démonstration supprime son dossier et sa clé et vous mène à l’installation de votre propre cabinet.
about-words = La boîte de réception de l’accueil, qui reste à l’accueil.
about-version = Version { $version }
about-licence = Licence
    .words = Libre d’usage, de modification et de transmission, selon l’une ou l’autre.
about-notices = Avec nos remerciements
    .words = Les caractères, dessins et bibliothèques de cette fenêtre, et leurs conditions.
about-kind-font = caractère
about-kind-drawings = dessins
about-kind-library = bibliothèque

## Touches

keys-title = Touches
keys-or = ou
keys-none = aucune touche
keys-singles-off = Les touches simples sont désactivées sous { nav-settings }, { settings-look }. Les touches avec Ctrl fonctionnent toujours.
keys-anywhere = Partout
keys-list = Dans les listes
keys-conversation = Dans une conversation
keys-dock = En écrivant
key-search = Recherche et commandes
key-view-inbox = { nav-inbox }
key-settings = { nav-settings }
key-next-pane = Partie suivante de la fenêtre
key-previous-pane = Partie précédente de la fenêtre
key-undo = { undo }
key-keys = Toutes les touches
key-text-larger = Lettres plus grandes
key-text-smaller = Lettres plus petites
key-text-usual = Lettres normales
key-next-row = Ligne suivante
key-previous-row = Ligne précédente
key-first-row = Première ligne
key-last-row = Dernière ligne
key-open-row = Ouvrir
key-back-to-list = Retour à la liste
key-filter = Filtrer par canal
key-done-next = Traité, et la suivante
key-done-stay = Traité, et rester ici
key-call = { call }
key-reply = Répondre
key-note = Note pour l’équipe
key-template = Modèle
key-card = Fiche du patient
key-play = Écouter le dernier enregistrement
key-speed = Vitesse de lecture
key-seek-back = Cinq secondes en arrière, pendant l’écoute
key-seek-on = Cinq secondes en avant, pendant l’écoute
key-next-conversation = Conversation suivante
key-previous-conversation = Conversation précédente
key-page-down = Défiler vers le bas
key-page-up = Défiler vers le haut
key-send = Envoyer
key-send-done = Envoyer, traité, et la suivante
key-attach = Joindre un fichier
key-take-back = Rattraper la réponse qui n’est pas encore partie

## Recherche

search-placeholder = Nom, numéro, mots, ou > pour les commandes
search-results = Résultats
search-range-all = tout l’historique, { $ms } ms
search-range = depuis { $from }, { $ms } ms
search-count-more = { $n }, d’autres plus bas
search-group-here = Dans cette conversation
search-group-people = Personnes
search-group-conversations = Conversations
search-group-messages = Messages, appels et notes
search-group-do = Faire
search-group-filters = Préciser
search-kind-note = note
search-kind-transcript = enregistrement
search-kind-attachment = fichier
search-ours-to = Vous à { $name }
search-with = { $name }
search-filter-from = qui a écrit : un nom, les chiffres d’un numéro, ou us pour nous
search-filter-channel = instagram, whatsapp, sms ou phone
search-filter-has = photo, voice, video, document, call ou link
search-filter-before = un jour, un mois ou une année, par exemple 2026-10
search-filter-after = un jour, un mois ou une année, par exemple 2026-10
search-do-page = { nav-settings } : { $page }
search-do-light = Passer à l’apparence claire
search-do-dark = Passer à l’apparence sombre
search-nothing = Rien pour « { $words } »
search-looked = Cherché dans les noms, numéros, messages, appels, notes et noms de fichiers depuis { $from }.
search-looked-all = Cherché dans les noms, numéros, messages, appels, notes et noms de fichiers de toujours.
search-digits = Les numéros se trouvent à partir du quatrième chiffre.
search-spelling = Moins de lettres trouvent davantage.
search-found = { $n ->
    [one] { $n } ligne
    [many] { $n } de lignes
   *[other] { $n } lignes
}
search-foot-choose = choisir
search-foot-open = ouvrir
search-foot-commands = commandes seulement
search-foot-people = personnes seulement
search-foot-keys = toutes les touches
