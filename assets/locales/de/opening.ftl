### Eine Praxis öffnen: die Passphrase und der Neubeginn neben einer beschädigten oder fehlenden Datei.

passphrase = Passphrase
passphrase-new = Neue Passphrase
passphrase-rule = Mindestens vier verschiedene Wörter, zusammen 16 Buchstaben oder mehr. Großschreibung zählt, zusätzliche Leerzeichen zählen nicht.
passphrase-again = Die Passphrase noch einmal
passphrase-weak = Das ist zu kurz. Es braucht vier verschiedene Wörter und zusammen 16 Buchstaben.
passphrase-differs = Die beiden sind nicht gleich. Tippen Sie diese noch einmal.
passphrase-missing = Tippen Sie die Passphrase.
passphrase-show = Getipptes zeigen
passphrase-from-now = Kein Schlüsselspeicher nimmt den Schlüssel hier an, darum schützt von nun an eine Passphrase die Praxis. Sie wird bei jedem Start verlangt.

setup-step-protect = Passphrase
    .words = Anstelle eines Schlüsselspeichers
setup-title-protect = Mit einer Passphrase schützen
setup-lead-protect = Die Nachrichten Ihrer Patienten sind mit einem Schlüssel verschlossen, und nichts auf diesem Computer verwahrt ihn sicher. Eine Passphrase tut es.
setup-next-protect = Weiter zur Passphrase
protect-keychain = { $why ->
    [missing] Dieser Computer hat keinen Schlüsselspeicher. Mit einem, etwa GNOME Keyring oder KWallet, muss beim Start nichts getippt werden.
    [locked] Der Schlüsselspeicher des Systems ist gesperrt. Sobald er entsperrt ist, braucht es keine Passphrase.
   *[other] Der Schlüsselspeicher des Systems behält den Schlüssel nicht. Sobald er es tut, braucht es keine Passphrase.
}
protect-look-again = Noch einmal nachsehen
protect-1 = Sie wird bei jedem Start verlangt
    .words = Wer Anteroom öffnet, tippt sie ein. Ohne sie liest niemand die Nachrichten, auch nicht mit einer Kopie der Platte.
protect-2 = Vergessen? Der Wiederherstellungscode hilft
    .words = Er kommt auf der nächsten Seite, auf Papier. Mit ihm öffnet sich die Praxis und bekommt eine neue Passphrase. Ohne beides kann niemand sie öffnen.
protect-3 = Am besten Wörter, die nicht zusammengehören
    .words = Kein Sprichwort, kein Lied, nicht der Name der Praxis. Niemand außer Ihnen sieht sie.

locked-passphrase-needed = Wie lautet die Passphrase?
    .words = Ihre Praxis ist mit einer Passphrase geschützt. Anteroom verlangt sie bei jedem Start.
    .help = Großschreibung zählt, ebenso jeder Buchstabe. Zusätzliche Leerzeichen zählen nicht. Drücken Sie auf das Auge, um zu sehen, was Sie getippt haben. | Fragen Sie jemanden, der beim Einrichten von Anteroom dabei war. | Vergessen? Holen Sie das Blatt mit dem Wiederherstellungscode und wählen Sie „{ locked-use-code }“. Dann wählen Sie eine neue Passphrase.
locked-database-missing = Die Datei mit Ihren Nachrichten ist nicht da
    .words = Der Schlüssel dazu ist hier, aber anteroom.db liegt nicht im Ordner der Praxis. Sie wurde außerhalb von Anteroom verschoben, umbenannt oder gelöscht.
    .help = Wurde der Ordner aufgeräumt oder verschoben? Legen Sie anteroom.db zurück und drücken Sie „{ try-again }“. | Gibt es eine Kopie vom Ordner der Praxis? Bitten Sie die Person, die den Computer betreut, sie zurückzulegen. | Was noch bei Instagram und Twilio liegt, kann in einen leeren Eingang wieder geholt werden.
locked-database-not-ours = Die Datei mit Ihren Nachrichten gehört nicht zu dieser Praxis
    .words = anteroom.db ist da, aber der Schlüssel öffnet sie nicht, obwohl es der richtige ist. Entweder gehört die Datei einer anderen Praxis, oder ihr Anfang wurde beschädigt. Sie blieb, wo sie ist.
    .help = Wurde hier kürzlich eine Datei hineinkopiert oder zurückgelegt? Legen Sie die richtige anteroom.db zurück und drücken Sie „{ try-again }“. | Gibt es eine Kopie des Ordners der Praxis? Bitten Sie die Person, die den Computer betreut, sie zurückzulegen. | Um mit einem leeren Posteingang zu beginnen, verschieben Sie anteroom.db zuerst in einen anderen Ordner und drücken „{ try-again }“. Löschen Sie sie nicht. | Lassen Sie den Datenträger prüfen. Ein solcher Schaden kündigt oft einen Ausfall an.
locked-key-file-damaged = Die Schlüsseldatei fehlt oder ist beschädigt
    .words = Zu den Nachrichten gehört die Datei anteroom.keyring, und sie liegt nicht im Ordner der Praxis oder ist nicht lesbar. Ohne sie öffnet weder der Schlüsselspeicher noch der Wiederherstellungscode die Nachrichten.
    .help = Löschen Sie nichts im Ordner der Praxis. | Wurde der Ordner aufgeräumt oder verschoben? Legen Sie anteroom.keyring zurück. | Gibt es eine Kopie vom Ordner der Praxis? Die Schlüsseldatei darin passt vielleicht noch. Fragen Sie die Person, die den Computer betreut. | Lassen Sie die Platte prüfen. Solche Schäden kündigen oft einen Ausfall an.
locked-set-aside = Sie liegt jetzt hier:
locked-start-over = Mit einem leeren Eingang beginnen…

start-over-title = Mit einem leeren Eingang beginnen
start-over-stays = Was bleibt
    .words = Alles, was im Ordner der Praxis liegt, auch die beschädigte Datei mit ihren Bildern und Aufnahmen. Anteroom löscht nichts. Der Schlüssel und der Wiederherstellungscode bleiben dieselben.
start-over-happens = Was geschieht
    .words = Der Eingang ist leer. Sie verbinden die Konten neu, und Nachrichten und Anrufe werden wieder geholt, soweit Instagram und Twilio sie noch haben.
start-over-not = Was nicht im neuen Eingang ist
    .words = Notizen, Entwürfe, Patientenkarten, wer schon Antwort bekam, und Antworten, die noch nicht gesendet waren. Sie sind nur in der alten Datei.
start-over-practice = Noch einmal die Praxis
start-over-do = Mit einem leeren Eingang beginnen
