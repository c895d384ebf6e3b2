pane-list = قائمة: { $queue }
list-waiting = { $n ->
    [one] شخص واحد، ينتظر منذ { $span }
    [two] شخصان، الأطول منذ { $span }
    [few] { $n } أشخاص، الأطول منذ { $span }
   *[other] { $n } شخصًا، الأطول منذ { $span }
}
list-people = { $n ->
    [0] لا أحد هنا
    [one] محادثة واحدة
    [two] محادثتان
    [few] { $n } محادثات
   *[other] { $more ->
        [yes] { $n } محادثة وأكثر
       *[no] { $n } محادثة
    }
}
list-checked = آخر فحص { $time }.
list-failed = تعذّرت قراءة القائمة
list-incomplete = قد يكون { $channel } ناقصًا منذ { $time }
list-all-incomplete = قد تكون القائمة ناقصة منذ { $time }
filter-channel = القناة
channels-all = كل القنوات
order-longest = الأطول انتظارًا في الأعلى
order-newest = الأحدث في الأعلى
group-waiting = بانتظار جواب
group-not-sent = لم يُرسَل
group-not-sent-unclear = لم يُرسَل أو غير مؤكد
empty-waiting = أُجيب الجميع.
empty-not-sent = لا شيء عالق.
empty-done = لم يُنجَز شيء بعد.
empty-all = لا توجد محادثات بعد.

mark-unopened = لم تُفتح
mark-opened = فُتحت ولم يُجب أحد
mark-not-sent = لم يُرسَل
mark-unclear = ربما لم يُرسَل
mark-queued = أُجيب ولم يُرسَل الجواب بعد
mark-answered = أُجيب
mark-done = منجَز
row-waiting = ينتظر منذ { $span }
row-left = بقي { $span } للرد
row-queued = معلّقة
draft = مسودة
draft-begun = بدأت مسودة
reason-not-linked = غير مرتبط بعد
reason-missed = مكالمة فائتة
reason-not-sent = { $n ->
    [one] لم تُرسَل رسالة
    [two] لم تُرسَل رسالتان
    [few] لم تُرسَل { $n } رسائل
   *[other] لم تُرسَل { $n } رسالة
}
reason-unclear = { $n ->
    [one] ربما لم تُرسَل رسالة
    [two] ربما لم تُرسَل رسالتان
    [few] ربما لم تُرسَل { $n } رسائل
   *[other] ربما لم تُرسَل { $n } رسالة
}
reason-failed = { $n ->
    [one] لم تصل رسالة
    [two] لم تصل رسالتان
    [few] لم تصل { $n } رسائل
   *[other] لم تصل { $n } رسالة
}
reason-because = { $what }: { $why }
stuck-window = انتهى وقت الرد
stuck-opted-out = لا يريد رسائل
stuck-account = مشكلة في الحساب
stuck-content = لم يُقبل المحتوى
stuck-file = الملف غير مقروء
stuck-person = تعذّر الوصول إليه
stuck-channel = لم تأخذها القناة

preview-ours = نحن:
preview-file = { $kind }:
preview-note = ملاحظة:
preview-story = قصة أو منشور مشترك
preview-taken-back = رسالة مسحوبة
preview-voicemail = بريد صوتي { $length }
preview-voicemail-said = بريد صوتي { $length }.
preview-quoted = «{ $words }»

split-list = عرض القائمة
split-card = عرض بطاقة المريض
