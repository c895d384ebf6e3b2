### ردود تخرج لاحقًا: القائمة بجانب «إرسال»، واختيار الوقت، وما ينتظره.

day-tomorrow = غدًا
time-on-day = { $day }، { $time }

send-more = طرق أخرى للإرسال
send-snooze = إرسال وتنحية حتى يجيبوا
send-later = جدولة…
key-schedule = جدولة الرد

schedule-title = جدولة
schedule-when = متى يخرج؟
schedule-example = «الثلاثاء 3 مساءً»، «غدًا 8:00»، «بعد ساعتين»
schedule-times = أوقات للاختيار
schedule-not-read = لم يُفهم كوقت. جرّب «الثلاثاء 3 مساءً» أو «25.11. 9:00».
schedule-go = جدولة: { $time }
schedule-unless = لا يُرسل إن كتب { $name } أو اتصل قبل ذلك
schedule-open = { $channel } مفتوح حتى { $until }.
schedule-no-limit = لا حدّ زمنيًّا في { $channel }.
schedule-template = يُغلق { $channel } { $until }. في هذا الوقت لا يخرج إلا قالب معتمد.
schedule-closed = يُغلق { $channel } { $until }. في هذا الوقت لا يمكن إرسال شيء، إلا إن كتبوا قبل ذلك.
schedule-never = لم يكتبوا بعد، لذلك لا يسمح { $channel } بالكتابة الحرة.
schedule-use-template = اختيار قالب

time-choice-later-today = اليوم لاحقًا
time-choice-next-opening = عند افتتاحنا
time-choice-tomorrow = صباح الغد
time-choice-in-two-days = بعد يومين
time-choice-next-week = الأسبوع القادم
time-choice-in-a-week = بعد أسبوع
time-choice-in-a-month = بعد شهر

leaves-at = يخرج: { $time }
leaves-at-drop = إرساله الآن بدلًا من ذلك
said-scheduled = جُدول: { $time }.
said-unscheduled = لم يعد مجدولًا.

state-scheduled = مجدول: { $time }
state-scheduled-unless = مجدول: { $time }، ما لم يكتبوا أو يتصلوا قبل ذلك
scheduled-edit = تعديل
scheduled-now = إرسال الآن
scheduled-move = تغيير الوقت
scheduled-another = اختيار وقت آخر
toast-unscheduled = لم يعد مجدولًا. كلماته في حقل الرد.
toast-unscheduled-template = لم يعد القالب مجدولًا.

held-missed-time = كان من المقرر أن يخرج { $due }. كان هذا الحاسوب مطفأً أو غير متصل حينها.
held-patient-wrote = كان من المقرر أن يخرج { $due } ما لم يكتبوا أو يتصلوا قبل ذلك، وقد فعلوا.
stuck-time = فات وقته
stuck-wrote = كتبوا أو اتصلوا قبل ذلك

queue-scheduled = مجدولة
empty-scheduled = لا يوجد رد ينتظر وقته.
mark-scheduled = أُجيب عنه، والرد ينتظر وقته
