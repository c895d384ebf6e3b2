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
filter-channel = القناة
channels-all = كل القنوات
order-longest = الأطول انتظارًا في الأعلى
order-newest = الأحدث في الأعلى
group-waiting = بانتظار جواب
group-not-sent = لم يُرسَل
empty-waiting = أُجيب الجميع.
empty-not-sent = أُرسل كل شيء.
empty-done = لم يُنجَز شيء بعد.
empty-all = لا توجد محادثات بعد.

mark-unopened = لم تُفتح
mark-opened = فُتحت ولم يُجب أحد
mark-not-sent = لم يُرسَل
mark-answered = أُجيب
mark-done = منجَز
row-waiting = ينتظر منذ { $span }
row-left = بقي { $span } للرد
draft = مسودة
draft-begun = بدأت مسودة
reason-new = مريض جديد
reason-missed = مكالمة فائتة
reason-window = انتهى وقت الرد
reason-not-sent = { $n ->
    [one] لم تُرسَل رسالة
    [two] لم تُرسَل رسالتان
    [few] لم تُرسَل { $n } رسائل
   *[other] لم تُرسَل { $n } رسالة
}

preview-ours = نحن: { $words }
preview-file-words = { $kind }: { $words }
preview-note = ملاحظة: { $words }
preview-story = قصة أو منشور مشترك
preview-taken-back = رسالة مسحوبة
preview-voicemail = بريد صوتي { $length }
preview-voicemail-words = بريد صوتي { $length }. «{ $words }»

split-list = عرض القائمة
split-card = عرض بطاقة المريض
