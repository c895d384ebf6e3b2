### Ekranet pranë kutisë: rregullimi fillestar, i kyçur, cilësimet, kërkimi.

provider-instagram = Instagram
provider-twilio = Twilio

## Rregullimi fillestar

setup-steps = Hapat e rregullimit
setup-step-done = U krye
setup-step-practice = Klinika juaj
    .words = Emri, vendi, zona orare
setup-step-practice-at = { $name }, { $place }
setup-step-recovery = Kodi i rikthimit
    .words = Një fletë për kasafortën
setup-step-recovery-done = U shtyp dhe u kontrollua
setup-step-channels = Kanalet
    .words = Instagram, WhatsApp, SMS, telefon
setup-step-channels-count = { $n ->
    [0] Ende asnjë i lidhur
    [one] Një llogari e lidhur
   *[other] { $n } llogari të lidhura
}
setup-step-ready = Gati
    .words = Hapni recepsionin
setup-channel-connected = i lidhur
setup-channel-not-found = jo në këtë llogari
setup-channel-now = po lidhet
setup-channel-next = më pas
setup-channel-later = më vonë

setup-only-looking = Doni vetëm ta shihni?
setup-only-looking-words = Një klinikë prove me pacientë të trilluar hapet menjëherë dhe hiqet me një klikim.
setup-open-demo = Hapni klinikën e provës
setup-bar-encrypted = E koduar në këtë kompjuter
setup-bar-nothing-yet = Ende nuk është ruajtur asgjë dhe askujt nuk i është dërguar asgjë
setup-back = Mbrapa
setup-later = Lëreni për më vonë
setup-next-recovery = Vazhdoni te kodi i rikthimit
setup-next-make = Krijoni klinikën
setup-next-twilio = Vazhdoni te WhatsApp, SMS dhe telefoni
setup-next-ready = Vazhdoni
setup-open-desk = Hapni recepsionin

setup-title-practice = Klinika juaj
setup-lead-practice = Katër gjëra duhet t’i dijë Anteroom. Ato mbeten në këtë kompjuter.
setup-title-recovery = Kodi i rikthimit
setup-lead-recovery = Mesazhet e pacientëve tuaj janë të mbyllura me një çelës që e ka vetëm ky kompjuter. Ky kod është çelësi rezervë.
setup-title-instagram = Lidhni Instagram
setup-lead-instagram = Çfarë i shkruajnë klinikës në Instagram vjen këtu, dhe përgjigjet tuaja dalin nga këtu.
setup-title-twilio = Lidhni WhatsApp, SMS dhe telefonin
setup-lead-twilio = Të tria kalojnë përmes llogarisë Twilio të klinikës, prandaj një çelës i lidh bashkë.
setup-title-ready = Gati
setup-lead-ready = Kështu qëndrojnë gjërat. Gjithçka ndryshohet më vonë te { nav-settings }.

setup-clinic-name = Emri i klinikës
setup-clinic-name-help = Siç e njohin pacientët. Shkruhet edhe në fletën me kodin e rikthimit.
setup-clinic-name-missing = Shkruani emrin e klinikës.
setup-country = Vendi
setup-country-help = Numrat e telefonit pa prefiks ndërkombëtar lexohen si numra të këtij vendi.
setup-country-missing = Zgjidhni një vend.
setup-choose = Zgjidhni…
setup-zone = Zona orare
setup-zone-help = Të gjitha orët në Anteroom janë orët e klinikës.
setup-zone-near = Në këtë vend
setup-zone-others = Gjetkë
setup-staff-name = Emri juaj
setup-staff-name-help = Kolegët e shohin pranë shënimeve dhe përgjigjeve. Pacientët nuk e shohin.
setup-staff-name-missing = Shkruani emrin tuaj.

## Kodi i rikthimit

recovery-code = Kodi i rikthimit
recovery-print = Shtypni fletën
recovery-printed = E kam në letër
recovery-by-hand = Nuk keni printer? Kopjoni me dorë { $n } grupet. Shkronjat O, I, L dhe U nuk gjenden në to.
recovery-prove = Shikoni fletën dhe shkruani këto dy grupe. Shkronjat e mëdha dhe vizat nuk kanë rëndësi.
recovery-group = Grupi { $n }
recovery-group-wrong = Në letër nuk shkruan kështu. Shikojeni edhe një herë.
recovery-show-again = Tregojeni kodin përsëri
recovery-what = Për çfarë shërben ky kod
recovery-what-1 = Hap të dhënat kur çelësi humbet
    .words = Kompjuter i ri, disk i riparuar, depo çelësash e zbrazur: atëherë klinikën nuk e hap asgjë tjetër.
recovery-what-2 = Lindi rastësisht, këtu
    .words = 256 bite të rastit, të krijuara para pak në këtë kompjuter. Nuk iu dërgua askujt dhe nuk është fjalëkalim që harrohet.
recovery-what-3 = Ruajeni aty ku ruani letrat e klinikës
    .words = Në kasafortë ose te kontratat, jo pranë kompjuterit dhe jo si foto në telefon.
recovery-what-4 = Askush nuk mund ta bëjë përsëri
    .words = As ne. Nëse humbin edhe ky kompjuter edhe letra, humbin edhe mesazhet.
recovery-help = Shkruajeni nga letra. Shkronjat e mëdha, hapësirat dhe vizat nuk kanë rëndësi.
recovery-count = { $n } nga { $of } shenja
recovery-length = Kodi ka { $of } shenja, këtu janë { $n }. Krahasojeni me letrën grup pas grupi.
recovery-stray = “{ $letter }” nuk gjendet në asnjë kod rikthimi. Krahasojeni me letrën.

sheet-title = Kodi i rikthimit për Anteroom
sheet-what = Ky kod hap mesazhet e koduara të pacientëve të klinikës kur kompjuteri që mban çelësin nuk mundet.
sheet-use = Kur ju duhet
sheet-use-words = Nisni Anteroom. Kur thotë se të dhënat nuk mund të hapen, zgjidhni “{ locked-use-code }” dhe shkruani { $n } grupet me radhë.
sheet-keep = Si ta ruani
sheet-keep-words = Mbylleni bashkë me letrat e klinikës. Kush ka këtë fletë dhe një kopje të të dhënave mund të lexojë gjithçka. Askush nuk mund ta zëvendësojë, prandaj shkruani kush e mban.
sheet-kept-by = E mban

## Lidhja

path-label = Mesazhet udhëtojnë të koduara mes { $provider } dhe këtij kompjuteri. Nuk kalojnë nëpër asnjë server tonin.
path-provider = mban kopjen e vet
path-encrypted = e koduar dyanësisht
path-here = Ky kompjuter
path-here-words = ruhet e koduar
path-nothing = më tej asgjë
path-no-server = Asnjë server yni
path-no-server-words = askush tjetër nuk lexon

connect-how-instagram = Merrni një token
connect-how-instagram-1 = Hapni developers.facebook.com në shfletues dhe hyni me llogarinë që kujdeset për Instagramin e klinikës.
connect-how-instagram-2 = Zgjidhni aplikacionin e klinikës ose krijoni një të llojit “Business”. Pastaj hapni “Instagram”, “API setup with Instagram login”.
connect-how-instagram-3 = Te “Generate access tokens” shtoni llogarinë Instagram të klinikës dhe shtypni “Generate token”. Lejoni dy të drejtat e përshkruara më poshtë.
connect-how-instagram-4 = Kopjoni tokenin dhe ngjiteni këtu. Pastaj Anteroom e përtërin vetë.
connect-how-twilio = Krijoni një çelës
connect-how-twilio-1 = Hyni te console.twilio.com. Account SID gjendet në faqen e parë, te “Account Info”.
connect-how-twilio-2 = Hapni “Account management”, “API keys & tokens” dhe shtypni “Create API key”. Emri le të jetë Anteroom, lloji “Standard”.
connect-how-twilio-3 = Kopjoni SID-in e çelësit dhe sekretin e tij. Twilio e tregon sekretin vetëm këtë herë.
connect-token = Token
connect-token-help = Një varg i gjatë shkronjash dhe shifrash që fillon me IG.
connect-token-missing = Së pari ngjitni tokenin.
connect-account-sid = Account SID
connect-key-sid = SID i çelësit
connect-secret = Sekreti i çelësit
connect-secret-help = Shkon në depon e koduar të këtij kompjuteri dhe askund tjetër.
connect-secret-missing = Ngjitni sekretin e çelësit.
connect-sid-shape = Fillon me { $start } dhe ka 34 shenja. Kopjojeni edhe një herë.
connect-checking = Po pyetet…
connect-go = Kontrolloni dhe lidhni { $provider }
connect-done = { $account } u lidh. Mesazhet vijnë që tani, edhe ndërsa vazhdoni këtu.
connect-take-back-instagram = Mund ta ndërprisni kur të doni te { nav-settings }, { settings-accounts }. Atëherë Anteroom ia kthen të drejtën Instagramit dhe e fshin tokenin këtu. Mesazhet mbeten te ju.
connect-take-back-twilio = Mund ta ndërprisni kur të doni te { nav-settings }, { settings-accounts }. Atëherë Anteroom e fshin çelësin këtu dhe, nëse lejohet, edhe te Twilio. Mesazhet mbeten te ju.
secret-show = Trego çfarë u ngjit

rights-title-instagram = Dy të drejta dhe asgjë më tepër
rights-title-twilio = Për çfarë përdoret çelësi
rights-never-instagram = Nuk kërkohet kurrë
rights-never-twilio = Nuk bëhet kurrë me të
rights-never-instagram-1 = postime, pëlqime, ndjekje, komente
rights-never-instagram-2 = ndjekësit tuaj dhe llogaria juaj private
rights-never-instagram-3 = mesazhe për reklama ose për të stërvitur ndonjë makinë
rights-never-twilio-1 = blerje ose kthim numrash
rights-never-twilio-2 = ndryshim i vendit ku shkojnë thirrjet tuaja
rights-never-twilio-3 = shikim i faturave, kartelave apo përdoruesve të tjerë
right-see-own-account = Të shohë llogarinë tuaj
    .words = Emrin, foton dhe numrin, që të dalloni se është ajo e duhura.
right-read-and-answer-messages = Të lexojë dhe t’u përgjigjet mesazheve
    .words = Vetëm bisedat me llogarinë tuaj.
right-text-messages = Të lexojë dhe të dërgojë SMS dhe WhatsApp
    .words = Përmes numrave tuaj, me foto dhe shabllone të miratuara.
right-calls = Të shohë dhe të bëjë thirrje
    .words = Liston thirrjet, merr mesazhet zanore me tekstin e tyre dhe i bie telefonit të recepsionit kur telefononi dikë.

checks-title = Katër kontrolle
check-state-waiting = Ende e pakontrolluar
check-state-asking = Po kontrollohet
check-state-ok = Në rregull
check-state-switch = Duhet ndezur diçka
check-state-refused = U refuzua
check-again = Kontrolloni përsëri
checked-at = u kontrollua { $time }
checked-again = u kontrollua { $time }, përsëri pas { $n } s
check-instagram-account = Llogari profesionale
    .words = { $state ->
        [ok] { $account }
        [asking] Po pyetet Instagrami i kujt është tokeni.
       *[other] Pret tokenin.
    }
check-instagram-rights = { $state ->
        [switch] Mungon një e drejtë
        [ok] Të dy të drejtat janë dhënë
       *[other] Dy të drejtat
    }
    .words = { $state ->
        [ok] Të lexojë mesazhe dhe të shohë llogarinë tuaj.
        [switch] Krijoni tokenin sërish dhe lejoni edhe këtë:
       *[other] Vjen pas llogarisë.
    }
check-instagram-reach = { $state ->
        [switch] Instagrami nuk ua jep mesazhet mjeteve të tjera
        [ok] Mesazhet janë të arritshme
       *[other] Qasja te mesazhet
    }
    .words = { $state ->
        [ok] Çelësi në aplikacionin Instagram është i ndezur.
        [switch] Ndizeni në aplikacionin Instagram, në telefonin e klinikës:
       *[other] Në aplikacionin Instagram duhet të jetë ndezur një çelës.
    }
check-instagram-reach-way = Settings | Messages and story replies | Message controls | Connected tools | Allow access to messages
check-instagram-fetch = Mesazhet e para
    .words = { $state ->
        [ok] Mesazhet më të reja janë këtu.
        [asking] Po merren. Ndërkohë mund të vazhdoni.
       *[other] Vjen në fund dhe zgjat rreth një minutë.
    }
check-instagram-refused = Instagrami nuk e pranon këtë token. Krijoni një të ri dhe ngjiteni të gjithin.
check-twilio-account = Llogaria dhe çelësi
    .words = { $state ->
        [ok] { $account }
        [asking] Po pyetet Twilio nëse shkojnë bashkë.
       *[other] Pret tri të dhënat.
    }
check-twilio-rights = { $state ->
        [switch] Çelësi nuk i lejon të gjitha
        [ok] Çelësi lejon atë që duhet
       *[other] Çfarë lejon çelësi
    }
    .words = { $state ->
        [ok] SMS, WhatsApp dhe thirrje.
        [switch] Krijoni një çelës të llojit “Standard”. Këtij i mungon:
       *[other] Vjen pas çelësit.
    }
check-twilio-reach = { $state ->
        [switch] Nuk u gjet asnjë numër
       *[other] Kanalet dhe numrat
    }
    .words = { $state ->
        [ok] U gjetën në këtë llogari:
        [switch] Llogaria nuk ka ende numër. Merrni një në konsolën e Twilios dhe kontrolloni përsëri.
       *[other] Tregon çfarë mund të mbartë kjo llogari.
    }
check-twilio-fetch = Mesazhet dhe thirrjet e para
    .words = { $state ->
        [ok] Mesazhet dhe thirrjet më të reja janë këtu.
        [asking] Po merren. Ndërkohë mund të vazhdoni.
       *[other] Vjen në fund dhe zgjat rreth një minutë.
    }
check-twilio-refused = Twilio nuk i pranon bashkë këto të dhëna. Shikojini edhe një herë të tria; sekreti i takon SID-it të çelësit.
check-fetch-running = { $done ->
    [one] Deri tani një mesazh. Ndërkohë mund të vazhdoni.
   *[other] Deri tani { $done } mesazhe. Ndërkohë mund të vazhdoni.
}

## Gati

ready-practice = { $name } është në recepsion.
ready-recovery = Kodi i rikthimit
    .words = Në letër dhe i kontrolluar. Tani vendoseni fletën aty ku e ka vendin.
ready-instagram = Instagram
ready-twilio = WhatsApp, SMS dhe telefon
ready-connected = { $account } u lidh.
ready-later = Ende i palidhur. E gjeni te { nav-settings }, { settings-accounts }.

## I kyçur

locked-use-code = Përdorni kodin e rikthimit
locked-open = Hapni klinikën
locked-trying = Po provohet…
locked-still = { $n ->
    [one] Ende njësoj.
   *[other] Ende njësoj pas { $n } provave.
}
locked-help = Çfarë mund të bëj?
locked-safe = Të dhënat tuaja janë ende në këtë kompjuter, të koduara, dhe asgjë prej tyre nuk shfaqet këtu.
locked-keychain-locked = Depoja e çelësave e sistemit është e kyçur
    .words = Aty është çelësi i klinikës suaj, prandaj Anteroom duhet të presë derisa të hapet.
    .help = Dilni nga llogaria e kompjuterit dhe hyni përsëri. Zakonisht kjo e hap depon e çelësave. | Shtypni “{ try-again }” dhe shkruani fjalëkalimin nëse e kërkon sistemi. | Nëse fjalëkalimin e kompjuterit e ka ndryshuar dikush tjetër, depoja mund të kërkojë ende të vjetrin. | Nëse nuk ndihmon asgjë, përdorni kodin e rikthimit dhe zgjidhni një frazë kalimi.
locked-keychain-missing = Ky kompjuter nuk ka depo çelësash
    .words = Anteroom e ruan çelësin e klinikës në depon e çelësave të sistemit, dhe tani ajo nuk është.
    .help = Në Linux, kërkojini atij që kujdeset për kompjuterin të nisë një Secret Service si GNOME Keyring ose KWallet. | Në Windows dhe macOS, rinisni kompjuterin dhe provoni përsëri. | Me kodin e rikthimit dhe një frazë të re kalimi mund ta hapni klinikën tani.
locked-key-missing = Çelësi i klinikës suaj nuk është në depon e çelësave
    .words = Të dhënat janë këtu, çelësi jo. Kjo ndodh kur sistemi instalohet nga e para, ose kur të dhënat kopjohen nga një kompjuter tjetër.
    .help = A keni hyrë si personi që e rregulloi Anteroom? Çdo përdorues i kompjuterit ka depon e vet të çelësave. | Merrni fletën me kodin e rikthimit dhe zgjidhni “{ locked-use-code }”. | Pa fletën: kompjuteri ku u rregullua Anteroom e ka ende çelësin.
locked-wrong-key = Çelësi në depo nuk përputhet
    .words = Ka një çelës, por u takon të dhënave të tjera, për shembull një klinike të rregulluar më vonë.
    .help = A u kopjua dosja e klinikës këtu nga një kompjuter tjetër? Atëherë ky kompjuter ka çelës tjetër. | Përdorni kodin e rikthimit që i takon kësaj klinike. Emri i klinikës shkruhet në fletë.
locked-database-from-newer-version = Këtu ka qenë një Anteroom më i ri
    .words = Të dhënat i shkroi së fundi një version më i ri. Ky më i vjetri nuk i prek, që të mos prishet gjë.
    .help = Instaloni versionin më të ri të Anteroom dhe niseni. | A e përdorin këtë dosje disa kompjuterë? Sillini të gjithë në të njëjtin version.
locked-database-damaged = Të dhënat janë të dëmtuara
    .words = Anteroom nuk e lexon dot skedarin me mesazhet tuaja. E vendosi mënjanë dhe nuk ndryshoi asgjë në të.
    .help = Mos fshini asgjë në dosjen e klinikës. | A ka një kopje të dosjes së klinikës nga një ditë më e hershme? Pyesni atë që kujdeset për kompjuterin. | Kërkoni të kontrollohet disku. Dëmtime të tilla shpesh paralajmërojnë prishjen e tij. | Çfarë është ende te Instagrami dhe Twilio mund të merret përsëri.
locked-already-open = Kjo klinikë është e hapur tashmë
    .words = E ka hapur një Anteroom tjetër në këtë kompjuter, dhe dy njëherësh do të pengonin njëri-tjetrin.
    .help = Kërkoni një dritare tjetër të Anteroom, edhe te përdoruesit e tjerë që kanë hyrë. | Nëse nuk ka, rinisni kompjuterin dhe provoni përsëri.
locked-folder-not-local = Dosja e klinikës nuk është në këtë kompjuter
    .words = Është në një disk rrjeti ose në një dosje që sinkronizohet me internetin. Bazat e të dhënave prishen aty, prandaj Anteroom nuk e hap.
    .help = Kërkojini atij që kujdeset për kompjuterin ta zhvendosë dosjen në një disk të këtij kompjuteri. | Nxirreni dosjen nga OneDrive, iCloud, Dropbox e të ngjashme.
locked-folder-read-only = Në dosjen e klinikës nuk mund të shkruhet
    .words = Anteroom mund ta lexojë, por jo të shkruajë në të, prandaj mesazhet e reja nuk do të ruheshin.
    .help = Kërkojini atij që kujdeset për kompjuterin të drejtën për të shkruar në dosje. | A ka disku gabime ose mbrojtje nga shkrimi? Kërkoni të kontrollohet.
locked-disk-full = Disku është plot
    .words = Nuk ka vend as për ta hapur klinikën. Asgjë nuk ka humbur.
    .help = Zbrazni koshin dhe fshini skedarë të mëdhenj që nuk duhen. | Pastaj shtypni “{ try-again }”. Një gigabajt mjafton për të vazhduar.
locked-other = Të dhënat tuaja nuk mund të hapen tani
    .words = Pengon diçka e papritur. Asgjë nuk u ndryshua.
    .help = Provoni përsëri. | Rinisni kompjuterin. | Nëse mbetet kështu, pyetni atë që kujdeset për kompjuterin dhe mos fshini asgjë në dosjen e klinikës.

## Cilësimet

settings-title = Cilësimet dhe privatësia
settings-accounts = Kanalet
    .words = Llogaritë dhe sa të freskëta janë
settings-look = Pamja
    .words = Drita, rreshtat, shkronjat, gjuha
settings-sending = Dërgimi dhe thirrjet
    .words = Koha e tërheqjes, telefoni i recepsionit
settings-notifications = Njoftimet
    .words = Çfarë mund të shohë dhoma
settings-network = Rrjeti
    .words = Me kë foli sot ky kompjuter
settings-demo = Klinika e provës
    .words = Hiqni pacientët e trilluar
settings-keys = Tastet
    .words = Gjithçka pa miun
settings-about = Rreth Anteroom
    .words = Versioni dhe licencat

accounts-none = Asnjë kanal nuk është i lidhur. Mesazhet vijnë sapo të lidhni një.
accounts-add = Lidhni një tjetër
accounts-add-instagram = Mesazhe direkte, me një token
accounts-add-twilio = WhatsApp, SMS dhe thirrje, me një çelës
accounts-connect-title = Lidhni { $provider }
accounts-sign-in-title = Hyni përsëri te { $account }
accounts-back = Të gjitha kanalet
accounts-finished = Mbaroi
account-since = që nga { $day }
account-works = Punon
account-behind = Mbetur pas
account-ends-soon = Hyrja mbaron së shpejti
account-needs-sign-in = Hyni përsëri
account-sign-in-instagram = Instagrami nuk e pranon më tokenin, ndoshta sepse u ndryshua fjalëkalimi. Derisa të hyni përsëri, nuk vjen dhe nuk del asgjë. Çfarë është këtu mbetet.
account-sign-in-twilio = Twilio nuk e pranon më çelësin, ndoshta sepse u fshi atje. Derisa të hyni përsëri, nuk vjen dhe nuk del asgjë. Çfarë është këtu mbetet.
account-expires = Hyrja mbaron më { $date } dhe nuk u përtëri dot. Hyni përsëri para kësaj, që të mos humbasë gjë.
account-renews = Hyrë deri më { $date }, përtërihet vetë
account-missing = Diçka që erdhi këtu ({ $time }) nuk u ruajt dot. Shikoni te { $provider } çfarë mungon këtu, dhe lajmëroni atë që kujdeset për kompjuterin. Një hyrje e re e heq këtë njoftim.
account-rights = Të drejtat
account-check-now = Kontrolloni tani
account-sign-in = Hyni përsëri
account-disconnect = Shkëputni…
account-asked = U pyet { $time }
account-late = Përgjigje të vona: 7 ditë në vend të 24 orëve
    .words = Vetëm për përgjigje që i shkruan një njeri. Meta duhet ta ketë miratuar “Human Agent” për aplikacionin e klinikës suaj; pa miratimin Instagrami i refuzon përgjigjet pas 24 orësh.
health-channel = Kanali
health-state = Gjendja
health-last-message = Mesazhi i fundit
health-last-check = Kontrolli i fundit
health-gap = Boshllëku më i vjetër
health-up-to-date = I përditësuar
health-behind = Mbetur pas
health-catching-up = Po arrin, deri tani { $done }
health-starting = Pyetet për herë të parë
health-off = Nuk pyetet
health-none = ende asnjë
health-none-yet = ende asnjë
health-no-gap = asnjë
health-gap-since = që nga { $time }
health-gap-never = nuk u arrit kurrë
health-retry = Prova tjetër { $time }.
disconnect-what = Çfarë ndodh kur shkëputni { $account }
disconnect-1-instagram = Anteroom i kërkon Instagramit ta marrë mbrapsht të drejtën dhe e fshin tokenin nga ky kompjuter.
disconnect-1-twilio = Anteroom e fshin çelësin nga ky kompjuter, dhe edhe te Twilio nëse Twilio e lejon. Përndryshe ju themi ku mund ta bëni.
disconnect-2 = Përgjigjet që nuk kanë dalë ende mbahen. I shihni te “{ queue-not-sent }”.
disconnect-3 = Të gjitha mesazhet mbeten këtu dhe mund të lexohen e të kërkohen. Të reja nuk vijnë më.
disconnect-4 = Llogarinë mund ta lidhni përsëri kur të doni. Çfarë është ende atje merret atëherë.
disconnect-keep = Lëreni të lidhur
disconnect-go = Shkëputni { $account }
goodbye-title = { $account } u shkëput
goodbye-credential = Hyrja u fshi nga ky kompjuter.
goodbye-credential-kept = Hyrja nuk u fshi dot nga ky kompjuter. Provoni edhe një herë.
goodbye-upstream-revoked = { $provider } e mori mbrapsht të drejtën.
goodbye-upstream-by-hand = { $provider } nuk mund të pyetet për ta marrë mbrapsht të drejtën.
goodbye-upstream-unreachable = { $provider } nuk u arrit, prandaj e drejta mund të jetë ende atje.
goodbye-by-hand-instagram = Hiqeni vetë te instagram.com: Settings, Website permissions, Apps and websites.
goodbye-by-hand-twilio = Fshijeni vetë te console.twilio.com: “Account management”, “API keys & tokens”.
goodbye-held = { $n ->
    [0] Asnjë përgjigje nuk priste të dilte.
    [one] Një përgjigje priste. Mbahet te “{ queue-not-sent }”.
   *[other] { $n } përgjigje prisnin. Mbahen te “{ queue-not-sent }”.
}
goodbye-stays = Të gjitha mesazhet janë ende këtu.

look-theme = Drita
    .words = Letër ditën, e njëjta tryezë në mbrëmje.
look-theme-system = Si sistemi
look-theme-light = E çelët
look-theme-dark = E errët
look-density = Rreshtat
    .words = Sa vend zë çdo bisedë në listë.
look-density-compact = Ngushtë
look-density-regular = Normale
look-density-roomy = Gjerë
look-text = Shkronjat
    .words = Gjithçka rritet bashkë me to.
look-text-normal = Normale
look-text-large = Të mëdha
look-text-largest = Shumë të mëdha
look-text-half = Një herë e gjysmë
look-text-double = Dyfish
look-language = Gjuha
    .words = Vetëm e dritares. Pacientët marrin fjalët që shkruani ju.
look-language-system = Si sistemi ({ $name })
look-single-keys = Taste të vetme
    .words = R për përgjigje, E për të kryer e kështu me radhë, sa kohë nuk po shkruani. Fikini nëse për ju shkruan një program diktimi.
sending-undo = Koha për ta tërhequr një përgjigje
    .words = Përgjigjja pret kaq para se të dalë. Deri atëherë Zhbëj e kthen në fushë.
sending-at-once = Aspak
sending-phone = Telefoni i recepsionit
    .words = Kur telefononi një pacient, ky telefon bie i pari. Pacientët shohin numrin e klinikës.
sending-phone-label = Numri
sending-phone-problem = Shkruajeni me prefiksin e vendit, për shembull +355 4 234 5678.
sending-phone-saved = U ruajt. Thirrjet bien së pari këtu.
sending-phone-removed = U ruajt. Nga ky vend nuk telefonohet.
notifications-new = Njoftoni për mesazhe të reja
    .words = Sistemi tregon “Mesazh i ri” ose “Thirrje e humbur” dhe sa janë. Disa njëherësh bëhen një njoftim.
notifications-recording = Mbajeni dritaren jashtë regjistrimeve
    .words = Regjistrimet e ekranit, ekranet e ndara dhe kujtesa e ekranit e sistemit tregojnë një dritare bosh.
notifications-recording-linux = Windows dhe macOS e bëjnë dot, Linux ende jo: kush e regjistron këtë ekran, e sheh dritaren.
notifications-why = Pse nuk ka kurrë emër
    .words = Njoftimet rrinë hapur në ekran kur nuk është askush para tij, dhe sistemi i ruan fjalët e tyre në një skedar që Anteroom nuk mund ta fshijë. Prandaj thonë se dikush shkroi, por jo kush dhe jo çfarë.
network-lead = Këta janë të gjithë kompjuterët me të cilët foli Anteroom që nga mesnata. Secili i takon një llogarie që keni lidhur ju, ose një hyrjeje që keni provuar. Trafik tjetër nuk ka.
network-none = Që nga mesnata nuk doli e nuk hyri asgjë.
network-host = Kompjuteri
network-purpose = Për çfarë
network-sent = Dërguar
network-received = Marrë
network-purpose-instagram-messages = Mesazhe të
network-purpose-instagram-media = Foto dhe mesazhe zanore të
network-purpose-twilio-messages = SMS, WhatsApp dhe thirrje të
network-purpose-twilio-media = Foto dhe regjistrime të
network-purpose-simulator = Simulues, në vend të ofruesve të
network-purpose-other = Për
network-purpose-connecting = Gjatë lidhjes së një llogarie
network-never = Çfarë nuk del kurrë
network-never-1 = Raporte për ju ose për mënyrën si e përdorni programin
network-never-2 = Të dhëna pacientësh te ne ose te dikush që nuk e keni lidhur
network-never-3 = Kërkime, shënime dhe drafte
demo-page-title = Këtu të gjithë janë të trilluar
demo-page-words = Pacientët, mesazhet e tyre dhe ofruesit luhen në këtë kompjuter. Heqja e provës fshin dosjen dhe çelësin e saj dhe ju çon te rregullimi i klinikës suaj.
about-words = Kutia e recepsionit që mbetet në recepsion.
about-version = Versioni { $version }
about-licence = Licenca
    .words = E lirë për t’u përdorur, ndryshuar dhe përcjellë, sipas cilësdo prej të dyjave.
about-notices = Me falënderim
    .words = Shkronjat, vizatimet dhe libraritë në këtë dritare, dhe kushtet e tyre.
about-kind-font = shkronja
about-kind-drawings = vizatime
about-kind-library = librari

## Tastet

keys-title = Tastet
keys-or = ose
keys-none = pa tast
keys-singles-off = Tastet e vetme janë fikur te { nav-settings }, { settings-look }. Tastet me Ctrl punojnë ende.
keys-anywhere = Kudo
keys-list = Në lista
keys-conversation = Në bisedë
keys-dock = Gjatë shkrimit
key-search = Kërkimi dhe komandat
key-view-inbox = { nav-inbox }
key-settings = { nav-settings }
key-next-pane = Pjesa tjetër e dritares
key-previous-pane = Pjesa e mëparshme e dritares
key-undo = { undo }
key-keys = Të gjitha tastet
key-text-larger = Shkronja më të mëdha
key-text-smaller = Shkronja më të vogla
key-text-usual = Shkronja të zakonshme
key-next-row = Rreshti tjetër
key-previous-row = Rreshti i mëparshëm
key-first-row = Rreshti i parë
key-last-row = Rreshti i fundit
key-open-row = Hap
key-back-to-list = Kthehu te lista
key-filter = Filtro sipas kanalit
key-done-next = U krye, dhe tjetra
key-done-stay = U krye, dhe qëndro këtu
key-call = { call }
key-reply = Përgjigju
key-note = Shënim për stafin
key-template = Shabllon
key-card = Kartela e pacientit
key-play = Luaj regjistrimin më të ri
key-speed = Shpejtësia e dëgjimit
key-seek-back = Pesë sekonda prapa, ndërsa luhet një regjistrim
key-seek-on = Pesë sekonda para, ndërsa luhet një regjistrim
key-next-conversation = Biseda tjetër
key-previous-conversation = Biseda e mëparshme
key-page-down = Lëviz poshtë
key-page-up = Lëviz lart
key-send = Dërgo
key-send-done = Dërgo, u krye, dhe tjetra
key-attach = Bashkëngjit skedar
key-take-back = Tërhiq përgjigjen që ende pret

## Kërkimi

search-placeholder = Emër, numër, fjalë, ose > për komanda
search-results = Rezultatet
search-range-all = gjithë historia, { $ms } ms
search-range = që nga { $from }, { $ms } ms
search-count-more = { $n }, më poshtë ka më shumë
search-group-here = Në këtë bisedë
search-group-people = Njerëz
search-group-conversations = Biseda
search-group-messages = Mesazhe, thirrje dhe shënime
search-group-do = Bëj
search-group-filters = Ngushtojeni
search-kind-note = shënim
search-kind-transcript = regjistrim
search-kind-attachment = skedar
search-ours-to = Ju për { $name }
search-with = { $name }
search-filter-from = kush shkroi: një emër, shifra numri, ose us për ne
search-filter-channel = instagram, whatsapp, sms ose phone
search-filter-has = photo, voice, video, document, call ose link
search-filter-before = një ditë, muaj ose vit, si 2026-10
search-filter-after = një ditë, muaj ose vit, si 2026-10
search-do-page = { nav-settings }: { $page }
search-do-light = Pamja e çelët
search-do-dark = Pamja e errët
search-nothing = Asgjë për “{ $words }”
search-looked = U kërkua në emra, numra, mesazhe, thirrje, shënime dhe emra skedarësh që nga { $from }.
search-looked-all = U kërkua në emra, numra, mesazhe, thirrje, shënime dhe emra skedarësh të çdo kohe.
search-digits = Numrat gjenden nga shifra e katërt.
search-spelling = Më pak shkronja gjejnë më shumë.
search-found = { $n ->
    [one] Një rresht
   *[other] { $n } rreshta
}
search-foot-choose = zgjidh
search-foot-open = hap
search-foot-commands = vetëm komanda
search-foot-people = vetëm njerëz
search-foot-keys = të gjitha tastet
