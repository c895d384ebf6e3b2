### Hapja e klinikës: fraza e kalimit, dhe fillimi nga e para pranë një skedari të dëmtuar ose të humbur.

passphrase = Fraza e kalimit
passphrase-new = Frazë e re kalimi
passphrase-rule = Të paktën katër fjalë të ndryshme, bashkë 16 shkronja ose më shumë. Shkronjat e mëdha kanë rëndësi, hapësirat e tepërta jo.
passphrase-again = Fraza e kalimit edhe një herë
passphrase-weak = Është tepër e shkurtër. Duhen katër fjalë të ndryshme dhe bashkë 16 shkronja.
passphrase-differs = Të dyja nuk janë njësoj. Shkruajeni këtë përsëri.
passphrase-missing = Shkruani frazën e kalimit.
passphrase-show = Trego çfarë u shkrua
passphrase-from-now = Këtu asnjë depo çelësash nuk e merr çelësin, prandaj tani e tutje klinikën e mbron një frazë kalimi. Ajo kërkohet në çdo nisje.

setup-step-protect = Fraza e kalimit
    .words = Në vend të një depoje çelësash
setup-title-protect = Mbrojeni me një frazë kalimi
setup-lead-protect = Mesazhet e pacientëve tuaj janë të kyçura me një çelës, dhe asgjë në këtë kompjuter nuk e ruan atë në siguri. Një frazë kalimi po.
setup-next-protect = Vazhdoni te fraza e kalimit
protect-keychain = { $why ->
    [missing] Ky kompjuter nuk ka depo çelësash. Me një të tillë, si GNOME Keyring ose KWallet, nuk duhet shkruar asgjë në nisje.
    [locked] Depoja e çelësave e sistemit është e kyçur. Sapo të zhbllokohet, nuk duhet frazë kalimi.
   *[other] Depoja e çelësave e sistemit nuk e mban çelësin. Sapo ta mbajë, nuk duhet frazë kalimi.
}
protect-look-again = Shikoni përsëri
protect-1 = Kërkohet në çdo nisje
    .words = Kush e hap Anteroom, e shkruan. Pa të askush nuk i lexon mesazhet, as me një kopje të diskut.
protect-2 = E harruat? Ndihmon kodi i rikthimit
    .words = Vjen në faqen tjetër, në letër. Me të klinika hapet dhe merr një frazë të re kalimi. Pa të dyja nuk e hap dot askush.
protect-3 = Më të mirat janë fjalët që nuk lidhen me njëra-tjetrën
    .words = Jo një proverb, jo një këngë, jo emri i klinikës. Nuk e sheh askush përveç jush.

locked-passphrase-needed = Cila është fraza e kalimit?
    .words = Klinika juaj është e mbrojtur me një frazë kalimi. Anteroom e kërkon në çdo nisje.
    .help = Shkronjat e mëdha kanë rëndësi, edhe çdo shkronjë. Hapësirat e tepërta jo. Shtypni syrin për të parë çfarë shkruat. | Pyesni një koleg që ishte aty kur u rregullua Anteroom. | E harruat? Merrni fletën me kodin e rikthimit dhe zgjidhni “{ locked-use-code }”. Atëherë zgjidhni një frazë të re kalimi.
locked-database-missing = Skedari me mesazhet tuaja nuk është aty
    .words = Çelësi i tij është këtu, por anteroom.db nuk është në dosjen e klinikës. U zhvendos, u riemërtua ose u fshi jashtë Anteroom.
    .help = A u rregullua ose u zhvendos dosja? Kthejeni anteroom.db, pastaj shtypni “{ try-again }”. | A ka një kopje të dosjes së klinikës? Kërkojini atij që kujdeset për kompjuterin ta kthejë. | Çfarë është ende te Instagrami dhe Twilio mund të merret përsëri në një hyrëse të zbrazët.
locked-database-not-ours = Skedari me mesazhet tuaja nuk është i kësaj klinike
    .words = anteroom.db është këtu, por çelësi nuk e hap, megjithëse është çelësi i duhur. Ose skedari i përket një klinike tjetër, ose fillimi i tij u dëmtua. U la aty ku është.
    .help = A u kopjua ose u kthye këtu një skedar së fundmi? Kthejeni anteroom.db të duhur dhe shtypni “{ try-again }”. | A ka një kopje të dosjes së klinikës? Kërkojini atij që kujdeset për kompjuterin ta kthejë. | Për të nisur me një kuti të zbrazët, zhvendoseni së pari anteroom.db në një dosje tjetër dhe shtypni “{ try-again }”. Mos e fshini. | Kontrolloni diskun. Një dëmtim i tillë shpesh paralajmëron prishjen e tij.
locked-key-file-damaged = Skedari i çelësit mungon ose është i dëmtuar
    .words = Mesazheve u duhet skedari anteroom.keyring, dhe ai nuk është në dosjen e klinikës ose nuk lexohet. Pa të nuk i hap as depoja e çelësave, as kodi i rikthimit.
    .help = Mos fshini asgjë në dosjen e klinikës. | A u rregullua ose u zhvendos dosja? Kthejeni anteroom.keyring. | A ka një kopje të dosjes së klinikës? Skedari i çelësit në të ndoshta vlen ende. Pyesni atë që kujdeset për kompjuterin. | Kërkoni të kontrollohet disku. Dëmtime të tilla shpesh paralajmërojnë prishjen e tij.
locked-set-aside = Tani gjendet këtu:
locked-start-over = Filloni me një hyrëse të zbrazët…

start-over-title = Filloni me një hyrëse të zbrazët
start-over-stays = Çfarë mbetet
    .words = Gjithçka që është në dosjen e klinikës, edhe skedari i dëmtuar me fotografitë dhe regjistrimet e tij. Anteroom nuk fshin asgjë. Çelësi dhe kodi i rikthimit mbeten të njëjtët.
start-over-happens = Çfarë ndodh
    .words = Hyrësja është e zbrazët. Llogaritë i lidhni përsëri, dhe mesazhet e thirrjet merren përsëri për aq sa i kanë ende Instagrami dhe Twilio.
start-over-not = Çfarë nuk është në hyrësen e re
    .words = Shënimet, draftet, kartelat e pacientëve, kujt i ishte përgjigjur tashmë, dhe përgjigjet që nuk kishin ikur ende. Ato janë vetëm në skedarin e vjetër.
start-over-practice = Klinika, edhe një herë
start-over-do = Filloni me një hyrëse të zbrazët
