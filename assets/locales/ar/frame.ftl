window-title = { $n ->
    [0] { $clinic }
   *[other] { $clinic }، بانتظار الرد: { $n }
}
nav-main = القائمة الرئيسية
nav-queues = القوائم
nav-inbox = الوارد
nav-settings = الإعدادات
nav-on-desk = على المكتب
nav-you = { $name }، أنت
search-open = بحث أو انتقال
search-short = بحث
comma = { "، " }
close = إغلاق
cancel = إلغاء
save = حفظ
try-again = حاول مرة أخرى
start-failed = تعذّر تشغيل Anteroom

channel-instagram = إنستغرام
channel-whatsapp = واتساب
channel-sms = رسالة نصية
channel-phone = هاتف

queue-waiting = بانتظار الرد
queue-not-sent = لم يُرسَل
queue-done = منجَز
queue-all = الكل

demo-title = عيادة تجريبية
demo-text = كل الأشخاص هنا من نسج الخيال.
demo-remove = إزالة التجربة
demo-removed = أُزيلت العيادة التجريبية.

day-today = اليوم
day-yesterday = أمس
span-now = الآن
span-seconds = { $n } ث
span-minutes = { $n } د
span-hours = { $n } س
span-hours-minutes = { $h } س { $m } د
span-minutes-seconds = { $m } د { $s } ث
span-days = { $n ->
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
size-bytes = { $n } B
size-kilobytes = { $n } KB
size-megabytes = { $n } MB

status-bar = مدى حداثة الشاشة
status-no-accounts = لا توجد قناة متصلة بعد
status-starting = تُسأل القنوات للمرة الأولى
status-spoken-up-to-date = محدَّث
status-spoken-catching-up = جارٍ اللحاق
status-up-to-date = محدَّث { $time }
status-catching-up = جارٍ اللحاق، { $done } حتى الآن. يمكنك متابعة العمل.
status-offline = بلا اتصال منذ { $time }
status-behind = { $channel } متأخر منذ { $time }
status-behind-never = تعذّر الوصول إلى { $channel } حتى الآن
status-sign-in = { $channel } يطلب تسجيل الدخول من جديد
status-connect = صِل قناة
status-fix = إصلاح
status-sign-in-act = تسجيل الدخول
status-waiting = بانتظار الرد: { $n }، الأطول { $span }
status-nobody-waiting = لا أحد ينتظر
status-queued = { $n ->
    [0] لا شيء معلّق
    [one] رد واحد معلّق
    [two] ردان معلّقان
    [few] { $n } ردود معلّقة
   *[other] { $n } ردًا معلّقًا
}
status-channel-checked = { $channel } { $time }، آخر فحص
status-channel-behind = { $channel }، متأخر
status-channel-behind-since = { $channel } { $time }، متأخر منذ ذلك
status-channel-off = { $channel }، لا يُسأل
status-disk-full = القرص ممتلئ. لا يمكن حفظ رسائل جديدة حتى يتوفر مكان.
status-disk-read-only = لا يمكن الكتابة في مجلد العيادة. لا يمكن حفظ رسائل جديدة.
status-disk-gone = مجلد العيادة غير موجود. أعد توصيل القرص؛ لم يُحذف شيء.

## After a disk lost something

lost-changes = { $n ->
    [one] فقد هذا القرص آخر تغيير. يجري جلبه من جديد إن كان لا يزال لدى المزوّد. راجع «لم يُرسَل» قبل أن تكتب.
    [two] فقد هذا القرص آخر تغييرين. يجري جلبهما من جديد إن كانا لا يزالان لدى المزوّد. راجع «لم يُرسَل» قبل أن تكتب.
    [few] فقد هذا القرص آخر { $n } تغييرات. يجري جلبها من جديد إن كانت لا تزال لدى المزوّد. راجع «لم يُرسَل» قبل أن تكتب.
   *[other] فقد هذا القرص آخر { $n } تغييرًا. يجري جلبها من جديد إن كانت لا تزال لدى المزوّد. راجع «لم يُرسَل» قبل أن تكتب.
}
lost-changes-read = قرأت هذا
