### Die Seiten neben dem Posteingang: Einrichten, Gesperrt, Einstellungen, Suche.

provider-instagram = Instagram
provider-twilio = Twilio

## Einrichten

setup-steps = Schritte der Einrichtung
setup-step-done = Erledigt
setup-step-practice = Ihre Praxis
    .words = Name, Land, Zeitzone
setup-step-practice-at = { $name }, { $place }
setup-step-recovery = Wiederherstellungscode
    .words = Ein Blatt für den Tresor
setup-step-recovery-done = Gedruckt und geprüft
setup-step-channels = Kanäle
    .words = Instagram, WhatsApp, SMS, Telefon
setup-step-channels-count = { $n ->
    [0] Noch keiner verbunden
    [one] Ein Konto verbunden
   *[other] { $n } Konten verbunden
}
setup-step-ready = Fertig
    .words = Den Empfang öffnen
setup-channel-connected = verbunden
setup-channel-not-found = nicht in diesem Konto
setup-channel-now = wird verbunden
setup-channel-next = als Nächstes
setup-channel-later = später

setup-only-looking = Nur mal ansehen?
setup-only-looking-words = Eine Demopraxis mit erfundenen Patienten öffnet sich sofort und verschwindet mit einem Klick.
setup-open-demo = Demopraxis öffnen
setup-bar-encrypted = Verschlüsselt auf diesem Computer
setup-bar-nothing-yet = Noch ist nichts gespeichert und niemandem etwas gesendet
setup-back = Zurück
setup-later = Später erledigen
setup-next-recovery = Weiter zum Wiederherstellungscode
setup-next-make = Praxis einrichten
setup-next-twilio = Weiter zu WhatsApp, SMS und Telefon
setup-next-ready = Weiter
setup-open-desk = Empfang öffnen

setup-title-practice = Ihre Praxis
setup-lead-practice = Vier Dinge muss Anteroom wissen. Sie bleiben auf diesem Computer.
setup-title-recovery = Wiederherstellungscode
setup-lead-recovery = Die Nachrichten Ihrer Patienten sind mit einem Schlüssel verschlossen, den nur dieser Computer hat. Dieser Code ist der Ersatzschlüssel.
setup-title-instagram = Instagram verbinden
setup-lead-instagram = Was Ihrer Praxis auf Instagram geschrieben wird, kommt hier an, und Ihre Antworten gehen von hier hinaus.
setup-title-twilio = WhatsApp, SMS und Telefon verbinden
setup-lead-twilio = Alle drei laufen über das Twilio-Konto Ihrer Praxis, ein Schlüssel verbindet sie also gemeinsam.
setup-title-ready = Fertig
setup-lead-ready = So steht es jetzt. Alles lässt sich später unter { nav-settings } ändern.

setup-clinic-name = Name der Praxis
setup-clinic-name-help = So, wie Patienten ihn kennen. Er steht auch auf dem Blatt mit dem Wiederherstellungscode.
setup-clinic-name-missing = Schreiben Sie den Namen der Praxis.
setup-country = Land
setup-country-help = Telefonnummern ohne Landesvorwahl gelten als Nummern dieses Landes.
setup-country-missing = Wählen Sie ein Land.
setup-choose = Wählen…
setup-zone = Zeitzone
setup-zone-help = Alle Zeiten in Anteroom sind Zeiten der Praxis.
setup-zone-near = In diesem Land
setup-zone-others = Anderswo
setup-staff-name = Ihr Name
setup-staff-name-help = Kolleginnen und Kollegen sehen ihn neben Notizen und Antworten. Patienten sehen ihn nicht.
setup-staff-name-missing = Schreiben Sie Ihren Namen.

## Wiederherstellungscode

recovery-code = Wiederherstellungscode
recovery-print = Blatt drucken
recovery-printed = Ich habe ihn auf Papier
recovery-by-hand = Kein Drucker? Schreiben Sie die { $n } Gruppen ab. Die Buchstaben O, I, L und U kommen darin nicht vor.
recovery-prove = Sehen Sie auf Ihr Blatt und tippen Sie diese beiden Gruppen ein. Großschreibung und Striche spielen keine Rolle.
recovery-group = Gruppe { $n }
recovery-group-wrong = So steht es nicht auf dem Blatt. Sehen Sie noch einmal nach.
recovery-show-again = Code noch einmal zeigen
recovery-what = Wozu dieser Code da ist
recovery-what-1 = Er öffnet Ihre Daten, wenn der Schlüssel weg ist
    .words = Ein neuer Computer, eine reparierte Platte, ein zurückgesetzter Schlüsselspeicher: Dann öffnet nichts anderes die Praxis.
recovery-what-2 = Er entsteht durch Zufall, hier
    .words = 256 zufällige Bits, eben auf diesem Computer erzeugt. Er wurde niemandem gesendet und ist kein Passwort, das man vergessen könnte.
recovery-what-3 = Bewahren Sie ihn bei den Unterlagen der Praxis auf
    .words = Im Tresor oder bei den Verträgen, nicht neben dem Computer und nicht als Foto auf einem Telefon.
recovery-what-4 = Niemand kann ihn noch einmal herstellen
    .words = Auch wir nicht. Gehen dieser Computer und das Blatt verloren, sind auch die Nachrichten verloren.
recovery-help = Tippen Sie ihn vom Blatt ab. Großschreibung, Leerzeichen und Striche spielen keine Rolle.
recovery-count = { $n } von { $of } Zeichen
recovery-length = Der Code hat { $of } Zeichen, hier stehen { $n }. Vergleichen Sie ihn Gruppe für Gruppe mit dem Blatt.
recovery-stray = „{ $letter }“ kommt in keinem Wiederherstellungscode vor. Vergleichen Sie ihn mit dem Blatt.

sheet-title = Wiederherstellungscode für Anteroom
sheet-what = Dieser Code öffnet die verschlüsselten Patientennachrichten der Praxis, wenn der Computer mit dem Schlüssel es nicht kann.
sheet-use = Wann Sie ihn brauchen
sheet-use-words = Starten Sie Anteroom. Meldet es, dass die Daten nicht geöffnet werden können, wählen Sie „{ locked-use-code }“ und tippen Sie die { $n } Gruppen der Reihe nach ein.
sheet-keep = Wie Sie ihn aufbewahren
sheet-keep-words = Schließen Sie ihn mit den Unterlagen der Praxis weg. Wer dieses Blatt und eine Kopie der Daten hat, kann alles lesen. Niemand kann es ersetzen; halten Sie darum fest, wer es verwahrt.
sheet-kept-by = Verwahrt von

## Verbinden

path-label = Nachrichten laufen verschlüsselt zwischen { $provider } und diesem Computer. Sie gehen über keinen Server von uns.
path-provider = behält eine eigene Kopie
path-encrypted = beidseitig verschlüsselt
path-here = Dieser Computer
path-here-words = verschlüsselt abgelegt
path-nothing = weiter geht nichts
path-no-server = Kein Server von uns
path-no-server-words = niemand liest mit

connect-how-instagram = So kommen Sie zum Token
connect-how-instagram-1 = Öffnen Sie developers.facebook.com im Browser und melden Sie sich mit dem Konto an, das das Instagram der Praxis betreut.
connect-how-instagram-2 = Wählen Sie die App der Praxis oder legen Sie eine der Art „Business“ an. Öffnen Sie dann „Instagram“, „API setup with Instagram login“.
connect-how-instagram-3 = Fügen Sie unter „Generate access tokens“ das Instagram-Konto der Praxis hinzu und drücken Sie „Generate token“. Erlauben Sie die beiden Rechte, die unten stehen.
connect-how-instagram-4 = Kopieren Sie das Token und fügen Sie es hier ein. Danach erneuert Anteroom es selbst.
connect-how-twilio = So legen Sie einen Schlüssel an
connect-how-twilio-1 = Melden Sie sich auf console.twilio.com an. Die Account SID steht auf der ersten Seite unter „Account Info“.
connect-how-twilio-2 = Öffnen Sie „Account management“, „API keys & tokens“ und drücken Sie „Create API key“. Als Namen nehmen Sie Anteroom, als Art „Standard“.
connect-how-twilio-3 = Kopieren Sie die SID des Schlüssels und sein Geheimnis (Secret). Twilio zeigt das Geheimnis nur dieses eine Mal.
connect-token = Token
connect-token-help = Eine lange Zeile aus Buchstaben und Ziffern, die mit IG beginnt.
connect-token-missing = Fügen Sie zuerst das Token ein.
connect-account-sid = Account SID
connect-key-sid = SID des Schlüssels
connect-secret = Geheimnis des Schlüssels
connect-secret-help = Es kommt in den verschlüsselten Speicher dieses Computers und nirgendwo sonst hin.
connect-secret-missing = Fügen Sie das Geheimnis des Schlüssels ein.
connect-sid-shape = Sie beginnt mit { $start } und hat 34 Zeichen. Kopieren Sie sie noch einmal.
connect-checking = Wird gefragt…
connect-go = { $provider } prüfen und verbinden
connect-done = { $account } ist verbunden. Nachrichten kommen ab jetzt an, auch während Sie hier weitermachen.
connect-take-back-instagram = Sie können das jederzeit unter { nav-settings }, { settings-accounts } beenden. Anteroom gibt das Recht dann an Instagram zurück und löscht das Token hier. Die Nachrichten bleiben bei Ihnen.
connect-take-back-twilio = Sie können das jederzeit unter { nav-settings }, { settings-accounts } beenden. Anteroom löscht den Schlüssel dann hier und, wenn es darf, auch bei Twilio. Die Nachrichten bleiben bei Ihnen.
secret-show = Zeigen, was eingefügt wurde

rights-title-instagram = Zwei Rechte und nichts darüber hinaus
rights-title-twilio = Wofür der Schlüssel da ist
rights-never-instagram = Danach wird nie gefragt
rights-never-twilio = Das geschieht damit nie
rights-never-instagram-1 = posten, liken, folgen, kommentieren
rights-never-instagram-2 = Ihre Follower und Ihr privates Konto
rights-never-instagram-3 = Nachrichten für Werbung oder zum Trainieren irgendeiner Maschine
rights-never-twilio-1 = Nummern kaufen oder zurückgeben
rights-never-twilio-2 = ändern, wohin Ihre Anrufe gehen
rights-never-twilio-3 = Rechnungen, Karten oder andere Benutzer ansehen
right-see-own-account = Das eigene Konto sehen
    .words = Name, Bild und Nummer, damit Sie erkennen, dass es das richtige ist.
right-read-and-answer-messages = Direktnachrichten lesen und beantworten
    .words = Nur die Unterhaltungen mit Ihrem Konto.
right-text-messages = SMS und WhatsApp lesen und senden
    .words = Über Ihre eigenen Nummern, mit Bildern und genehmigten Vorlagen.
right-calls = Anrufe sehen und führen
    .words = Listet Anrufe, holt Sprachnachrichten samt Mitschrift und lässt Ihr Telefon am Empfang klingeln, wenn Sie jemanden anrufen.

checks-title = Vier Prüfungen
check-state-waiting = Noch nicht geprüft
check-state-asking = Wird geprüft
check-state-ok = In Ordnung
check-state-switch = Etwas muss eingeschaltet werden
check-state-refused = Abgelehnt
check-again = Noch einmal prüfen
checked-at = geprüft { $time }
checked-again = geprüft { $time }, wieder in { $n } s
check-instagram-account = Professionelles Konto
    .words = { $state ->
        [ok] { $account }
        [asking] Instagram wird gefragt, wem das Token gehört.
       *[other] Wartet auf das Token.
    }
check-instagram-rights = { $state ->
        [switch] Ein Recht fehlt
        [ok] Beide Rechte sind erteilt
       *[other] Die beiden Rechte
    }
    .words = { $state ->
        [ok] Nachrichten lesen und das eigene Konto sehen.
        [switch] Erzeugen Sie das Token neu und erlauben Sie auch:
       *[other] Kommt nach dem Konto.
    }
check-instagram-reach = { $state ->
        [switch] Instagram gibt Nachrichten nicht an andere Programme
        [ok] Die Nachrichten sind erreichbar
       *[other] Zugriff auf Nachrichten
    }
    .words = { $state ->
        [ok] Der Schalter in der Instagram-App ist an.
        [switch] Schalten Sie es in der Instagram-App auf dem Telefon der Praxis ein:
       *[other] In der Instagram-App muss ein Schalter an sein.
    }
check-instagram-reach-way = Einstellungen | Nachrichten und Story-Antworten | Nachrichteneinstellungen | Verbundene Tools | Zugriff auf Nachrichten erlauben
check-instagram-fetch = Erste Nachrichten
    .words = { $state ->
        [ok] Die neuesten Nachrichten sind da.
        [asking] Werden geholt. Sie können weitermachen.
       *[other] Kommt zuletzt und dauert etwa eine Minute.
    }
check-instagram-refused = Instagram nimmt dieses Token nicht an. Erzeugen Sie ein neues und fügen Sie es ganz ein.
check-twilio-account = Konto und Schlüssel
    .words = { $state ->
        [ok] { $account }
        [asking] Twilio wird gefragt, ob sie zusammengehören.
       *[other] Wartet auf die drei Angaben.
    }
check-twilio-rights = { $state ->
        [switch] Der Schlüssel darf nicht alles
        [ok] Der Schlüssel darf, was er muss
       *[other] Was der Schlüssel darf
    }
    .words = { $state ->
        [ok] SMS, WhatsApp und Anrufe.
        [switch] Legen Sie einen Schlüssel der Art „Standard“ an. Diesem fehlt:
       *[other] Kommt nach dem Schlüssel.
    }
check-twilio-reach = { $state ->
        [switch] Keine Nummer gefunden
       *[other] Kanäle und Nummern
    }
    .words = { $state ->
        [ok] In diesem Konto gefunden:
        [switch] Das Konto hat noch keine Nummer. Besorgen Sie eine in der Twilio-Konsole und prüfen Sie dann noch einmal.
       *[other] Zeigt, was dieses Konto tragen kann.
    }
check-twilio-fetch = Erste Nachrichten und Anrufe
    .words = { $state ->
        [ok] Die neuesten Nachrichten und Anrufe sind da.
        [asking] Werden geholt. Sie können weitermachen.
       *[other] Kommt zuletzt und dauert etwa eine Minute.
    }
check-twilio-refused = Twilio nimmt diese Angaben zusammen nicht an. Sehen Sie alle drei noch einmal durch; das Geheimnis gehört zur SID des Schlüssels.
check-fetch-running = { $done ->
    [one] Bisher eine Nachricht. Sie können weitermachen.
   *[other] Bisher { $done } Nachrichten. Sie können weitermachen.
}

## Fertig

ready-practice = { $name } ist am Empfang.
ready-recovery = Wiederherstellungscode
    .words = Auf Papier und geprüft. Legen Sie das Blatt jetzt dorthin, wo es hingehört.
ready-instagram = Instagram
ready-twilio = WhatsApp, SMS und Telefon
ready-connected = { $account } ist verbunden.
ready-later = Noch nicht verbunden. Sie finden es unter { nav-settings }, { settings-accounts }.

## Gesperrt

locked-use-code = Wiederherstellungscode verwenden
locked-open = Praxis öffnen
locked-trying = Wird versucht…
locked-still = { $n ->
    [one] Noch immer dasselbe.
   *[other] Nach { $n } Versuchen noch immer dasselbe.
}
locked-help = Was kann ich tun?
locked-safe = Ihre Daten sind noch auf diesem Computer, verschlüsselt, und nichts davon wird hier gezeigt.
locked-keychain-locked = Der Schlüsselspeicher des Systems ist gesperrt
    .words = Darin liegt der Schlüssel zu Ihrer Praxis, Anteroom muss also warten, bis er offen ist.
    .help = Melden Sie sich am Computer ab und wieder an. Das öffnet den Schlüsselspeicher meistens. | Drücken Sie „{ try-again }“ und geben Sie das Passwort ein, wenn das System danach fragt. | Hat jemand anderes das Passwort des Computers geändert, verlangt der Schlüsselspeicher vielleicht noch das alte. | Hilft nichts, verwenden Sie den Wiederherstellungscode und wählen Sie eine Passphrase.
locked-keychain-missing = Dieser Computer hat keinen Schlüsselspeicher
    .words = Anteroom legt den Schlüssel zu Ihrer Praxis in den Schlüsselspeicher des Systems, und den gibt es zurzeit nicht.
    .help = Unter Linux: Bitten Sie die Person, die den Computer betreut, einen Secret Service wie GNOME Keyring oder KWallet zu starten. | Unter Windows und macOS: Starten Sie den Computer neu und versuchen Sie es noch einmal. | Mit dem Wiederherstellungscode und einer neuen Passphrase können Sie die Praxis jetzt öffnen.
locked-key-missing = Der Schlüssel zu Ihrer Praxis ist nicht im Schlüsselspeicher
    .words = Die Daten sind da, der Schlüssel nicht. Das kommt vor, wenn das System neu aufgesetzt wurde oder die Daten von einem anderen Computer kopiert wurden.
    .help = Sind Sie als die Person angemeldet, die Anteroom eingerichtet hat? Jeder Benutzer des Computers hat einen eigenen Schlüsselspeicher. | Holen Sie das Blatt mit dem Wiederherstellungscode und wählen Sie „{ locked-use-code }“. | Ohne das Blatt: Der Computer, auf dem Anteroom eingerichtet wurde, hat den Schlüssel noch.
locked-wrong-key = Der Schlüssel im Schlüsselspeicher passt nicht
    .words = Es gibt einen Schlüssel, aber er gehört zu anderen Daten, zum Beispiel zu einer später eingerichteten Praxis.
    .help = Wurde der Ordner der Praxis von einem anderen Computer hierher kopiert? Dann hat dieser Computer einen anderen Schlüssel. | Verwenden Sie den Wiederherstellungscode, der zu dieser Praxis gehört. Der Name der Praxis steht auf dem Blatt.
locked-database-from-newer-version = Ein neueres Anteroom war hier
    .words = Die Daten wurden zuletzt von einer neueren Version geschrieben. Diese ältere lässt sie in Ruhe, damit nichts kaputtgeht.
    .help = Installieren Sie die neueste Version von Anteroom und starten Sie sie. | Benutzen mehrere Computer diesen Ordner? Bringen Sie alle auf dieselbe Version.
locked-database-damaged = Die Daten sind beschädigt
    .words = Anteroom kann die Datei mit Ihren Nachrichten nicht lesen. Es hat sie beiseitegelegt und nichts daran geändert.
    .help = Löschen Sie nichts im Ordner der Praxis. | Gibt es eine Kopie vom Ordner der Praxis von einem früheren Tag? Fragen Sie die Person, die den Computer betreut. | Lassen Sie die Platte prüfen. Solche Schäden kündigen oft einen Ausfall an. | Was noch bei Instagram und Twilio liegt, kann wieder geholt werden.
locked-already-open = Diese Praxis ist schon geöffnet
    .words = Ein anderes Anteroom auf diesem Computer hat sie offen, und zwei zugleich kämen sich in die Quere.
    .help = Suchen Sie nach einem anderen Anteroom-Fenster, auch bei anderen angemeldeten Benutzern. | Gibt es keines, starten Sie den Computer neu und versuchen Sie es noch einmal.
locked-folder-not-local = Der Ordner der Praxis liegt nicht auf diesem Computer
    .words = Er liegt auf einem Netzlaufwerk oder in einem Ordner, der mit dem Internet abgeglichen wird. Datenbanken gehen dort kaputt, darum öffnet Anteroom ihn nicht.
    .help = Bitten Sie die Person, die den Computer betreut, den Ordner auf eine Platte dieses Computers zu legen. | Nehmen Sie den Ordner aus OneDrive, iCloud, Dropbox und Ähnlichem heraus.
locked-folder-read-only = Der Ordner der Praxis ist schreibgeschützt
    .words = Anteroom darf darin lesen, aber nicht schreiben. Neue Nachrichten könnten nicht behalten werden.
    .help = Bitten Sie die Person, die den Computer betreut, um das Recht, in den Ordner zu schreiben. | Ist die Platte fehlerhaft oder gegen Schreiben geschützt? Lassen Sie sie prüfen.
locked-disk-full = Die Platte ist voll
    .words = Nicht einmal zum Öffnen der Praxis ist noch Platz. Verloren ist nichts.
    .help = Leeren Sie den Papierkorb und löschen Sie große Dateien, die niemand braucht. | Drücken Sie dann „{ try-again }“. Ein Gigabyte genügt, um weiterzuarbeiten.
locked-other = Ihre Daten können zurzeit nicht geöffnet werden
    .words = Etwas Unerwartetes steht im Weg. Geändert wurde nichts.
    .help = Versuchen Sie es noch einmal. | Starten Sie den Computer neu. | Bleibt es dabei, fragen Sie die Person, die den Computer betreut, und löschen Sie nichts im Ordner der Praxis.

## Einstellungen

settings-title = Einstellungen und Datenschutz
settings-accounts = Kanäle
    .words = Konten und wie aktuell sie sind
settings-look = Aussehen
    .words = Helligkeit, Zeilen, Schrift, Sprache
settings-sending = Senden und Anrufen
    .words = Zeit zum Zurücknehmen, Telefon
settings-notifications = Mitteilungen
    .words = Was der Raum sehen darf
settings-network = Netz
    .words = Mit wem dieser Computer heute sprach
settings-demo = Demopraxis
    .words = Die erfundenen Patienten entfernen
settings-keys = Tasten
    .words = Alles ohne Maus
settings-about = Über Anteroom
    .words = Version und Lizenzen

accounts-none = Kein Kanal ist verbunden. Nachrichten kommen an, sobald Sie einen verbinden.
accounts-add = Weiteren verbinden
accounts-add-instagram = Direktnachrichten, mit einem Token
accounts-add-twilio = WhatsApp, SMS und Anrufe, mit einem Schlüssel
accounts-connect-title = { $provider } verbinden
accounts-sign-in-title = Bei { $account } neu anmelden
accounts-back = Alle Kanäle
accounts-finished = Fertig
account-since = seit { $day }
account-works = Läuft
account-behind = Im Rückstand
account-ends-soon = Anmeldung endet bald
account-needs-sign-in = Neu anmelden
account-sign-in-instagram = Instagram nimmt das Token nicht mehr an, vielleicht weil das Passwort geändert wurde. Bis Sie sich neu anmelden, kommt nichts an und geht nichts hinaus. Was hier ist, bleibt.
account-sign-in-twilio = Twilio nimmt den Schlüssel nicht mehr an, vielleicht weil er dort gelöscht wurde. Bis Sie sich neu anmelden, kommt nichts an und geht nichts hinaus. Was hier ist, bleibt.
account-expires = Die Anmeldung endet am { $date } und konnte nicht erneuert werden. Melden Sie sich vorher neu an, damit nichts verpasst wird.
account-renews = Angemeldet bis { $date }, erneuert sich selbst
account-missing = Etwas, das hier ankam ({ $time }), konnte nicht gespeichert werden. Sehen Sie bei { $provider } nach, was hier fehlt, und sagen Sie es der Person, die sich um den Computer kümmert. Eine neue Anmeldung nimmt diesen Hinweis weg.
account-rights = Rechte
account-check-now = Jetzt prüfen
account-sign-in = Neu anmelden
account-disconnect = Trennen…
account-asked = Gefragt { $time }
account-late = Späte Antworten: 7 Tage statt 24 Stunden
    .words = Nur für Antworten, die ein Mensch schreibt. Meta muss „Human Agent“ für die App Ihrer Praxis genehmigt haben; ohne die Genehmigung lehnt Instagram Antworten nach 24 Stunden ab.
health-channel = Kanal
health-state = Stand
health-last-message = Letzte Nachricht
health-last-check = Zuletzt geprüft
health-gap = Älteste Lücke
health-up-to-date = Aktuell
health-behind = Im Rückstand
health-catching-up = Holt auf, bisher { $done }
health-starting = Wird zum ersten Mal gefragt
health-off = Wird nicht gefragt
health-none = noch nie
health-none-yet = noch keine
health-no-gap = keine
health-gap-since = seit { $time }
health-gap-never = nie erreicht
health-retry = Nächster Versuch { $time }.
disconnect-what = Was geschieht, wenn Sie { $account } trennen
disconnect-1-instagram = Anteroom bittet Instagram, das Recht zurückzunehmen, und löscht das Token von diesem Computer.
disconnect-1-twilio = Anteroom löscht den Schlüssel von diesem Computer und auch bei Twilio, wenn Twilio es zulässt. Sonst sagen wir, wo Sie es können.
disconnect-2 = Antworten, die noch nicht hinausgegangen sind, werden zurückgehalten. Sie stehen unter „{ queue-not-sent }“.
disconnect-3 = Alle Nachrichten bleiben hier und lassen sich lesen und durchsuchen. Neue kommen nicht mehr an.
disconnect-4 = Sie können das Konto jederzeit wieder verbinden. Was dort noch liegt, wird dann geholt.
disconnect-keep = Verbunden lassen
disconnect-go = { $account } trennen
goodbye-title = { $account } ist getrennt
goodbye-credential = Die Anmeldung wurde von diesem Computer gelöscht.
goodbye-credential-kept = Die Anmeldung konnte nicht von diesem Computer gelöscht werden. Versuchen Sie es noch einmal.
goodbye-upstream-revoked = { $provider } hat das Recht zurückgenommen.
goodbye-upstream-by-hand = { $provider } lässt sich nicht bitten, das Recht zurückzunehmen.
goodbye-upstream-unreachable = { $provider } war nicht zu erreichen, das Recht besteht dort vielleicht noch.
goodbye-by-hand-instagram = Entfernen Sie es selbst auf instagram.com: Einstellungen, Website-Berechtigungen, Apps und Websites.
goodbye-by-hand-twilio = Löschen Sie ihn selbst auf console.twilio.com: „Account management“, „API keys & tokens“.
goodbye-held = { $n ->
    [0] Keine Antwort wartete auf den Versand.
    [one] Eine Antwort wartete. Sie wird unter „{ queue-not-sent }“ zurückgehalten.
   *[other] { $n } Antworten warteten. Sie werden unter „{ queue-not-sent }“ zurückgehalten.
}
goodbye-stays = Alle Nachrichten sind noch hier.

look-theme = Helligkeit
    .words = Papier am Tag, derselbe Schreibtisch am Abend.
look-theme-system = Wie das System
look-theme-light = Hell
look-theme-dark = Dunkel
look-density = Zeilen
    .words = Wie viel Platz eine Unterhaltung in der Liste bekommt.
look-density-compact = Eng
look-density-regular = Normal
look-density-roomy = Weit
look-text = Schrift
    .words = Alles wächst mit.
look-text-normal = Normal
look-text-large = Groß
look-text-largest = Sehr groß
look-text-half = Anderthalbfach
look-text-double = Doppelt
look-language = Sprache
    .words = Nur die des Fensters. Patienten bekommen die Worte, die Sie tippen.
look-language-system = Wie das System ({ $name })
look-single-keys = Einzelne Tasten
    .words = R zum Antworten, E für erledigt und so weiter, solange Sie nicht schreiben. Schalten Sie es aus, wenn ein Diktierprogramm für Sie tippt.
sending-undo = Zeit zum Zurücknehmen
    .words = So lange wartet eine Antwort, bevor sie hinausgeht. Bis dahin holt Rückgängig sie ins Feld zurück.
sending-at-once = Keine
sending-phone = Telefon am Empfang
    .words = Rufen Sie einen Patienten an, klingelt zuerst dieses Telefon. Patienten sehen die Nummer der Praxis.
sending-phone-label = Nummer
sending-phone-problem = Schreiben Sie sie mit Landesvorwahl, etwa +49 30 23125 014.
sending-phone-saved = Gespeichert. Anrufe klingeln zuerst hier.
sending-phone-removed = Gespeichert. Von diesem Platz aus wird nicht angerufen.
notifications-new = Neue Nachrichten melden
    .words = Das System zeigt „Neue Nachricht“ oder „Verpasster Anruf“ und wie viele. Mehrere auf einmal werden eine Mitteilung.
notifications-recording = Fenster aus Aufnahmen heraushalten
    .words = Bildschirmaufnahmen, geteilte Bildschirme und das Bildschirmgedächtnis des Systems zeigen ein leeres Fenster.
notifications-recording-linux = Windows und macOS können das, Linux noch nicht: Wer diesen Bildschirm aufnimmt, sieht das Fenster.
notifications-why = Warum nie ein Name dabeisteht
    .words = Mitteilungen liegen offen auf dem Bildschirm, wenn niemand davorsitzt, und das System behält ihre Worte in einer Datei, die Anteroom nicht löschen kann. Darum sagen sie, dass jemand geschrieben hat, aber nicht wer und nicht was.
network-lead = Das sind alle Rechner, mit denen Anteroom seit Mitternacht gesprochen hat. Jeder gehört zu einem Konto, das Sie verbunden haben, oder zu einer Anmeldung, die Sie versucht haben. Anderen Verkehr gibt es nicht.
network-none = Seit Mitternacht ging nichts hinaus und kam nichts herein.
network-host = Rechner
network-purpose = Wofür
network-sent = Gesendet
network-received = Empfangen
network-purpose-instagram-messages = Nachrichten von
network-purpose-instagram-media = Bilder und Sprachnachrichten von
network-purpose-twilio-messages = SMS, WhatsApp und Anrufe von
network-purpose-twilio-media = Bilder und Aufnahmen von
network-purpose-simulator = Simulator anstelle der Anbieter von
network-purpose-other = Für
network-purpose-connecting = Beim Verbinden eines Kontos
network-never = Was nie hinausgeht
network-never-1 = Berichte über Sie oder darüber, wie Sie das Programm benutzen
network-never-2 = Patientendaten an uns oder an jemanden, den Sie nicht verbunden haben
network-never-3 = Suchen, Notizen und Entwürfe
demo-page-title = Alle hier sind erfunden
demo-page-words = Die Patienten, ihre Nachrichten und die Anbieter werden auf diesem Computer gespielt. Beim Entfernen verschwinden Ordner und Schlüssel der Demo, und Sie kommen zum Einrichten Ihrer eigenen Praxis.
about-words = Der Posteingang des Empfangs, der am Empfang bleibt.
about-version = Version { $version }
about-licence = Lizenz
    .words = Frei zu benutzen, zu ändern und weiterzugeben, unter einer der beiden.
about-notices = Mit Dank
    .words = Schriften, Zeichnungen und Bibliotheken in diesem Fenster und ihre Bedingungen.
about-kind-font = Schrift
about-kind-drawings = Zeichnungen
about-kind-library = Bibliothek

## Tasten

keys-title = Tasten
keys-or = oder
keys-none = keine Taste
keys-singles-off = Einzelne Tasten sind unter { nav-settings }, { settings-look } ausgeschaltet. Die Tasten mit Ctrl gehen weiterhin.
keys-anywhere = Überall
keys-list = In Listen
keys-conversation = In einer Unterhaltung
keys-dock = Beim Schreiben
key-search = Suche und Befehle
key-view-inbox = { nav-inbox }
key-settings = { nav-settings }
key-next-pane = Nächster Teil des Fensters
key-previous-pane = Voriger Teil des Fensters
key-undo = { undo }
key-keys = Alle Tasten
key-text-larger = Größere Schrift
key-text-smaller = Kleinere Schrift
key-text-usual = Normale Schrift
key-next-row = Nächste Zeile
key-previous-row = Vorige Zeile
key-first-row = Erste Zeile
key-last-row = Letzte Zeile
key-open-row = Öffnen
key-back-to-list = Zurück zur Liste
key-filter = Nach Kanal filtern
key-done-next = Erledigt, und die nächste
key-done-stay = Erledigt, und hierbleiben
key-call = { call }
key-reply = Antworten
key-note = Notiz für das Team
key-template = Vorlage
key-card = Patientenkarte
key-play = Neueste Aufnahme abspielen
key-speed = Abspieltempo
key-seek-back = Fünf Sekunden zurück, solange eine Aufnahme läuft
key-seek-on = Fünf Sekunden vor, solange eine Aufnahme läuft
key-next-conversation = Nächste Unterhaltung
key-previous-conversation = Vorige Unterhaltung
key-page-down = Weiter blättern
key-page-up = Zurück blättern
key-send = Senden
key-send-done = Senden, erledigt, und die nächste
key-attach = Datei anhängen
key-take-back = Die noch wartende Antwort zurücknehmen

## Suche

search-placeholder = Name, Nummer, Worte oder > für Befehle
search-results = Ergebnisse
search-range-all = alles, { $ms } ms
search-range = seit { $from }, { $ms } ms
search-count-more = { $n }, weiter unten mehr
search-group-here = In dieser Unterhaltung
search-group-people = Personen
search-group-conversations = Unterhaltungen
search-group-messages = Nachrichten, Anrufe und Notizen
search-group-do = Tun
search-group-filters = Eingrenzen
search-kind-note = Notiz
search-kind-transcript = Aufnahme
search-kind-attachment = Datei
search-ours-to = Sie an { $name }
search-with = { $name }
search-filter-from = wer schrieb: ein Name, Ziffern einer Nummer oder us für uns
search-filter-channel = instagram, whatsapp, sms oder phone
search-filter-has = photo, voice, video, document, call oder link
search-filter-before = ein Tag, Monat oder Jahr, etwa 2026-10
search-filter-after = ein Tag, Monat oder Jahr, etwa 2026-10
search-do-page = { nav-settings }: { $page }
search-do-light = Helles Aussehen
search-do-dark = Dunkles Aussehen
search-nothing = Nichts zu „{ $words }“
search-looked = Gesucht wurde in Namen, Nummern, Nachrichten, Anrufen, Notizen und Dateinamen seit { $from }.
search-looked-all = Gesucht wurde in Namen, Nummern, Nachrichten, Anrufen, Notizen und Dateinamen aller Zeiten.
search-digits = Nummern werden ab der vierten Ziffer gefunden.
search-spelling = Weniger Buchstaben finden mehr.
search-found = { $n ->
    [one] Eine Zeile
   *[other] { $n } Zeilen
}
search-foot-choose = wählen
search-foot-open = öffnen
search-foot-commands = nur Befehle
search-foot-people = nur Personen
search-foot-keys = alle Tasten
