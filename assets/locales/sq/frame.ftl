window-title = { $n ->
    [0] { $clinic }
   *[other] { $clinic }, { $n } në pritje
}
nav-main = Menyja kryesore
nav-queues = Listat
nav-inbox = Hyrëse
nav-settings = Cilësimet
nav-on-desk = Në recepsion
nav-you = { $name }, ju
search-open = Kërko ose shko te
search-short = Kërko
comma = { ", " }
close = Mbyll
cancel = Anulo
save = Ruaj
try-again = Provo përsëri
start-failed = Anteroom nuk u nis

channel-instagram = Instagram
channel-whatsapp = WhatsApp
channel-sms = SMS
channel-phone = Telefon

queue-waiting = Në pritje
queue-not-sent = Pa u dërguar
queue-done = Të kryera
queue-all = Të gjitha

demo-title = Klinikë prove
demo-text = Të gjithë këtu janë të sajuar.
demo-remove = Hiq provën
demo-removed = Klinika e provës u hoq.

day-today = Sot
day-yesterday = Dje
span-now = tani
span-seconds = { $n } s
span-minutes = { $n } min
span-hours = { $n } orë
span-hours-minutes = { $h } orë { $m } min
span-minutes-seconds = { $m } min { $s } s
span-days = { $n ->
    [one] { $n } ditë
   *[other] { $n } ditë
}
size-bytes = { $n } B
size-kilobytes = { $n } KB
size-megabytes = { $n } MB

status-bar = Sa i freskët është ekrani
status-no-accounts = Ende s’ka asnjë kanal të lidhur
status-starting = Kanalet po pyeten për herë të parë
status-spoken-up-to-date = I përditësuar
status-spoken-catching-up = Po arrin të prapambeturat
status-up-to-date = I përditësuar { $time }
status-catching-up = Po arrin të prapambeturat, { $done } deri tani. Mund të punoni ndërkohë.
status-offline = Pa internet që nga { $time }
status-behind = { $channel } ka mbetur prapa që nga { $time }
status-behind-never = { $channel } ende s’është arritur
status-sign-in = { $channel } kërkon të hyni përsëri
status-connect = Lidh një
status-fix = Rregullo
status-sign-in-act = Hyr
status-waiting = { $n } në pritje, më e gjata { $span }
status-nobody-waiting = Askush në pritje
status-queued = { $n ->
    [0] Asgjë në radhë
    [one] { $n } përgjigje në radhë
   *[other] { $n } përgjigje në radhë
}
status-channel-checked = { $channel } { $time }, kontrolluar së fundi
status-channel-behind = { $channel }, mbetur prapa
status-channel-behind-since = { $channel } { $time }, prapa që atëherë
status-channel-off = { $channel }, nuk pyetet
status-disk-full = Disku është plot. Mesazhet e reja nuk ruhen dot derisa të ketë vend.
status-disk-read-only = Në dosjen e klinikës nuk shkruhet dot. Mesazhet e reja nuk ruhen dot.
status-disk-gone = Dosja e klinikës mungon. Lidheni diskun përsëri; asgjë nuk fshihet.

## After a disk lost something

lost-changes = { $n ->
    [one] Ky disk humbi ndryshimin e fundit. Po merret përsëri nga kanali, nëse e ka ende. Shikoni «Pa u dërguar» para se të shkruani.
   *[other] Ky disk humbi { $n } ndryshimet e fundit. Po merren përsëri nga kanalet, nëse i kanë ende. Shikoni «Pa u dërguar» para se të shkruani.
}
lost-changes-read = E lexova
