### Ouvrir un cabinet : la phrase secrète, et recommencer à côté d’une base endommagée ou perdue.

passphrase = Phrase secrète
passphrase-new = Nouvelle phrase secrète
passphrase-rule = Au moins quatre mots différents, avec 16 lettres ou plus au total. Les majuscules comptent, les espaces en trop non.
passphrase-again = La phrase secrète encore une fois
passphrase-weak = C’est trop court. Il faut quatre mots différents, et 16 lettres au total.
passphrase-differs = Les deux ne sont pas identiques. Saisissez celle-ci de nouveau.
passphrase-missing = Saisissez la phrase secrète.
passphrase-show = Afficher ce qui a été saisi
passphrase-from-now = Aucun trousseau ne prend la clé ici, une phrase secrète protège donc le cabinet à partir de maintenant. Elle est demandée à chaque démarrage.

setup-step-protect = Phrase secrète
    .words = À la place d’un trousseau
setup-title-protect = Protéger par une phrase secrète
setup-lead-protect = Les messages de vos patients sont fermés avec une clé, et rien sur cet ordinateur ne garde cette clé en sécurité. Une phrase secrète le fait.
setup-next-protect = Continuer vers la phrase secrète
protect-keychain = { $why ->
    [missing] Cet ordinateur n’a pas de trousseau. Avec un trousseau, tel que GNOME Keyring ou KWallet, il n’y a rien à saisir au démarrage.
    [locked] Le trousseau du système est verrouillé. Une fois déverrouillé, aucune phrase secrète n’est nécessaire.
   *[other] Le trousseau du système ne garde pas la clé. Dès qu’il la garde, aucune phrase secrète n’est nécessaire.
}
protect-look-again = Vérifier de nouveau
protect-1 = Elle est demandée à chaque démarrage
    .words = Quiconque ouvre Anteroom la saisit. Sans elle, personne ne lit les messages, pas même avec une copie du disque.
protect-2 = Oubliée ? Le code de secours aide
    .words = Il vient à la page suivante, sur papier. Avec lui, le cabinet s’ouvre et reçoit une nouvelle phrase secrète. Sans les deux, personne ne peut l’ouvrir.
protect-3 = Des mots sans rapport entre eux sont les meilleurs
    .words = Pas un dicton, pas une chanson, pas le nom du cabinet. Personne ne la voit, sauf vous.

locked-passphrase-needed = Quelle est la phrase secrète ?
    .words = Votre cabinet est protégé par une phrase secrète. Anteroom la demande à chaque démarrage.
    .help = Les majuscules comptent, chaque lettre aussi. Les espaces en trop non. Appuyez sur l’œil pour voir ce que vous avez saisi. | Demandez à un collègue qui était là quand Anteroom a été installé. | Oubliée ? Prenez la page du code de secours et choisissez « { locked-use-code } ». Vous choisissez alors une nouvelle phrase secrète.
locked-database-missing = Le fichier de vos messages n’est pas là
    .words = Sa clé est ici, mais anteroom.db n’est pas dans le dossier du cabinet. Il a été déplacé, renommé ou supprimé en dehors d’Anteroom.
    .help = Le dossier a-t-il été rangé ou déplacé ? Remettez anteroom.db, puis appuyez sur « { try-again } ». | Existe-t-il une copie du dossier du cabinet ? Demandez à la personne qui s’occupe de l’ordinateur de la remettre. | Ce qui est encore chez Instagram et Twilio peut être récupéré dans une réception vide.
locked-database-not-ours = Le fichier de messages n’est pas celui de ce cabinet
    .words = anteroom.db est ici, et la clé ne l’ouvre pas alors que c’est la bonne. Soit le fichier appartient à un autre cabinet, soit son début a été endommagé. Il a été laissé à sa place.
    .help = Un fichier a-t-il été copié ou remis ici récemment ? Remettez le bon anteroom.db, puis appuyez sur « { try-again } ». | Existe-t-il une copie du dossier du cabinet ? Demandez à la personne qui s’occupe de l’ordinateur de la remettre. | Pour commencer avec une réception vide, déplacez d’abord anteroom.db dans un autre dossier et appuyez sur « { try-again } ». Ne le supprimez pas. | Faites vérifier le disque. Un tel dommage annonce souvent une panne.
locked-key-file-damaged = Le fichier de clé manque ou est endommagé
    .words = Les messages ont besoin du fichier anteroom.keyring, et il n’est pas dans le dossier du cabinet ou n’est pas lisible. Sans lui, ni le trousseau ni le code de secours ne les ouvrent.
    .help = Ne supprimez rien dans le dossier du cabinet. | Le dossier a-t-il été rangé ou déplacé ? Remettez anteroom.keyring. | Existe-t-il une copie du dossier du cabinet ? Le fichier de clé qu’elle contient peut encore convenir. Demandez à la personne qui s’occupe de l’ordinateur. | Faites vérifier le disque. Un tel dommage annonce souvent une panne.
locked-set-aside = Il se trouve maintenant ici :
locked-start-over = Commencer avec une réception vide…

start-over-title = Commencer avec une réception vide
start-over-stays = Ce qui reste
    .words = Tout ce qui se trouve dans le dossier du cabinet, y compris le fichier endommagé avec ses images et ses enregistrements. Anteroom ne supprime rien. La clé et le code de secours restent les mêmes.
start-over-happens = Ce qui se passe
    .words = La réception est vide. Vous reconnectez les comptes, et les messages et appels sont récupérés dans la mesure où Instagram et Twilio les ont encore.
start-over-not = Ce qui n’est pas dans la nouvelle réception
    .words = Les notes, les brouillons, les fiches, qui avait déjà reçu une réponse, et les réponses qui n’étaient pas parties. Tout cela n’est que dans l’ancien fichier.
start-over-practice = Le cabinet, encore une fois
start-over-do = Commencer avec une réception vide
