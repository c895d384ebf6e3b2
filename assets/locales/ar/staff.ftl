### العاملون على المكتب: من يجلس إليه، ومن غيره في المحادثة، وما تتركه نوبة للتي بعدها.

queue-mentioned = الإشارات إليك
empty-mentioned = لا ملاحظة بانتظارك.

# شخص آخر يتسلّم هذا الحاسوب؛ لا أحد يسجّل دخولًا أو خروجًا.
staff-sit-down = تبديل
staff-sit-down-as = التبديل إلى { $name }
staff-sit-down-whom = { staff-sit-down }: { $name }
staff-on-desk-is = على المكتب: { $name }
staff-more = { $n ->
    [one] شخص آخر
    [two] شخصان آخران
    [few] { $n } أشخاص آخرين
   *[other] { $n } شخصًا آخر
}
staff-here-now = المكتب الآن مع { $name }.
staff-not-kept = لم يمكن حفظ ما كتبته بعد، فلم يتم التبديل. أفسح مكانًا على القرص وحاول مرة أخرى.

## صفحة العاملين في الإعدادات

settings-people = العاملون
    .words = من يجلس إلى هذا المكتب
staff-intro = يُسجَّل كل شيء باسم من يجلس إلى المكتب. ولكل شخص مسوداته.
staff-edit = تعديل
staff-edit-whom = تعديل { $name }
staff-leave = لم يعد هنا
staff-leave-whom = { $name } لم يعد هنا
staff-left = { $name } لم يعد يعمل هنا. ما كُتب يبقى بهذا الاسم.
staff-return = يعمل هنا من جديد
staff-return-whom = { $name } يعمل هنا من جديد
staff-add = إضافة شخص
staff-gone = لم يعودوا هنا
    .words = ما كتبوه يبقى بأسمائهم.
staff-gone-since = منذ { $day }
staff-name = الاسم
staff-name-missing = اكتب اسمًا.
staff-name-taken = هذا الاسم لشخص آخر هنا. أضف اسمًا ثانيًا أو حرفًا.
staff-initials = الأحرف الأولى
staff-initials-help = إن تُركت فارغة أُخذت من الاسم.
staff-initials-long = ثلاثة أحرف على الأكثر.
staff-colour = اللون
staff-colour-1 = أزرق
staff-colour-2 = أخضر
staff-colour-3 = أصفر داكن
staff-colour-4 = وردي
staff-colour-5 = أزرق مخضرّ
staff-colour-6 = بنفسجي

## من غيرك في المحادثة

others-here = من غيرك هنا
other-writing = { $name } يكتب الآن
other-began = { $name } بدأ ردًّا
other-looked = { $name } فتح هذه { $time }
began-writing = { $name } يكتب ردًّا الآن.
began-today = بدأ { $name } ردًّا عند { $time }.
# ‏$time يوم، وربما معه ساعة.
began-earlier = بدأ { $name } ردًّا ({ $time }).
take-over = تولَّ الرد
take-over-use = ضعه في ردّي
take-over-not = اتركه
take-over-stays = تبقى هذه الكلمات عند { $name } أيضًا.
take-over-files = { $n ->
    [one] يبقى ملف واحد عند { $name }.
    [two] يبقى ملفان عند { $name }.
    [few] تبقى { $n } ملفات عند { $name }.
   *[other] يبقى { $n } ملفًا عند { $name }.
}
took-over = كلمات { $name } صارت في ردّك.

## من نوبة إلى نوبة

handover-title = من نوبة إلى نوبة
handover-unread = { $n ->
    [one] ملاحظة واحدة غير مقروءة من النوبة السابقة
    [two] ملاحظتان غير مقروءتين من النوبة السابقة
    [few] { $n } ملاحظات غير مقروءة من النوبة السابقة
   *[other] { $n } ملاحظة غير مقروءة من النوبة السابقة
}
handover-write = اكتب لمن يأتي بعدك
handover-keep = ترك الملاحظة
handover-stays = تبقى الملاحظات هنا؛ ولا تُحذف كلمات أحد.
handover-before = تُركت من قبل
handover-none = لم يُترك شيء بعد.
handover-from = ملاحظة من { $name }، { $time }
handover-tick = تمت قراءتها
handover-ticked = وُضعت عليها علامة القراءة.
handover-left = الملاحظة بانتظار من يأتي بعدك.
handover-more = { $n ->
    [one] ملاحظة أخرى
    [two] ملاحظتان أخريان
    [few] { $n } ملاحظات أخرى
   *[other] { $n } ملاحظة أخرى
}
handover-arrived = { $n ->
    [one] ملاحظة من نوبة سابقة
    [two] ملاحظتان من نوبات سابقة
    [few] { $n } ملاحظات من نوبات سابقة
   *[other] { $n } ملاحظة من نوبات سابقة
}

## الأسماء في الملاحظات

mention-list = من يمكن الإشارة إليه
mention-offered = { $n ->
    [one] شخص واحد. الأسهم للاختيار وEnter للإدراج.
    [two] شخصان. الأسهم للاختيار وEnter للإدراج.
    [few] { $n } أشخاص. الأسهم للاختيار وEnter للإدراج.
   *[other] { $n } شخصًا. الأسهم للاختيار وEnter للإدراج.
}
