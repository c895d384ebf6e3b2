### Përgjigje që dalin më vonë: menyja pranë “Dërgo”, zgjedhja e kohës dhe ajo që e pret.

day-tomorrow = Nesër
time-on-day = { $day }, { $time }

send-more = Mënyra të tjera dërgimi
send-snooze = Dërgo dhe lëre mënjanë derisa të përgjigjen
send-later = Planifiko…
key-schedule = Planifiko përgjigjen

schedule-title = Planifiko
schedule-when = Kur duhet të dalë?
schedule-example = “mar 15:00”, “nesër 8:00”, “pas 2 orësh”
schedule-times = Kohë për të zgjedhur
schedule-not-read = Nuk u kuptua si kohë. Provoni “mar 15:00” ose “25.11. 9:00”.
schedule-go = Planifiko për { $time }
schedule-unless = Jo nëse { $name } shkruan ose telefonon më parë
schedule-open = { $channel } është i hapur deri { $until }.
schedule-no-limit = { $channel } nuk ka afat.
schedule-template = { $channel } mbyllet { $until }. Në këtë kohë mund të dalë vetëm një model i miratuar.
schedule-closed = { $channel } mbyllet { $until }. Në këtë kohë nuk mund të dërgohet asgjë, përveç nëse shkruajnë më parë.
schedule-never = Nuk kanë shkruar ende, prandaj { $channel } nuk lejon shkrim të lirë.
schedule-use-template = Zgjidh një model

time-choice-later-today = Sot më vonë
time-choice-next-opening = Kur hapemi
time-choice-tomorrow = Nesër në mëngjes
time-choice-in-two-days = Pas dy ditësh
time-choice-next-week = Javën tjetër
time-choice-in-a-week = Pas një jave
time-choice-in-a-month = Pas një muaji

leaves-at = Del { $time }
leaves-at-drop = Dërgoje tani
said-scheduled = U planifikua për { $time }.
said-unscheduled = Nuk është më e planifikuar.

state-scheduled = Planifikuar për { $time }
state-scheduled-unless = Planifikuar për { $time }, nëse nuk shkruajnë ose telefonojnë më parë
scheduled-edit = Ndrysho
scheduled-now = Dërgo tani
scheduled-move = Ndrysho kohën
scheduled-another = Zgjidh një kohë tjetër
toast-unscheduled = Nuk është më e planifikuar. Fjalët janë te fusha e përgjigjes.
toast-unscheduled-template = Modeli nuk është më i planifikuar.

held-missed-time = Duhej të dilte { $due }. Ky kompjuter ishte i fikur ose pa internet.
held-patient-wrote = Duhej të dilte { $due }, nëse nuk shkruanin ose telefononin më parë, por u lajmëruan.
stuck-time = i kaloi koha
stuck-wrote = u lajmëruan më parë

queue-scheduled = Të planifikuara
empty-scheduled = Asnjë përgjigje nuk pret kohën e saj.
mark-scheduled = me përgjigje që pret kohën e saj
