dock-tools = طرق الرد
dock-reply = رد
dock-note = ملاحظة
dock-template = قالب
reply-to = اكتب إلى { $name }
reply-closed = الكتابة الحرة غير ممكنة الآن
send = إرسال
send-template = إرسال القالب
attach = إرفاق
files = الملفات المرفقة
file-drop = إزالة { $name }
file-adding = جارٍ إرفاق ملف
file-too-big = { $name } أكبر مما يُسمح به. يقبل { $channel } حتى { $most }.
file-kind-refused = لا يقبل { $channel } ملفات مثل { $name }.
quoting = رد على رسالة من المريض
quoting-words = رد على «{ $words }»
quote = اقتباس
quote-drop = بلا اقتباس
left-characters = { $n ->
    [one] بقي حرف واحد
    [two] بقي حرفان
    [few] بقيت { $n } أحرف
   *[other] بقي { $n } حرفًا
}
left-bytes = بقي مكان لـ { $n } بايت؛ الحرف العربي والرمز التعبيري يُحسبان بأكثر من واحد
over-characters = { $n ->
    [one] أطول بحرف واحد
    [two] أطول بحرفين
    [few] أطول بـ { $n } أحرف
   *[other] أطول بـ { $n } حرفًا
}
over-bytes = أطول بـ { $n } بايت؛ الحرف العربي والرمز التعبيري يُحسبان بأكثر من واحد

window-left = المتبقي { $span }
window-closed = أُغلق { $time }
window-never = لم تصل منهم رسالة بعد
window-none = بلا حد زمني
window-human = لا يُسمح الآن إلا بردود يكتبها إنسان.

note-write = اكتب ملاحظة للموظفين
note-keep = حفظ الملاحظة

closed-template = لم يكتب { $name } منذ 24 ساعة، لذلك لا يسمح { $channel } إلا بقالب معتمد.
closed-template-then = تعود الكتابة الحرة فور وصول رد.
closed-wait = لم يكتب { $name } منذ مدة، لذلك لا يسمح { $channel } بأي رسالة الآن.
closed-wait-then = تعود الكتابة فور وصول رسالة منهم. يمكن الوصول إليهم عبر قناة أخرى.
closed-opted-out = طلب هذا الشخص عدم تلقي رسائل في { $channel }.
closed-opted-out-then = لا يمكن إرسال شيء هنا حتى يكتب START. يبقى الاتصال ممكنًا إن كان لديك رقم.
closed-disconnected = لم يعد حساب { $channel } متصلًا.
closed-disconnected-then = صِله من جديد في الإعدادات لتكتب هنا.

templates = القوالب
templates-find = ابحث عن قالب
templates-none = لا يوجد قالب معتمد بعد.
templates-none-then = تُنشأ القوالب وتُعتمد في إعدادات القناة نفسها، ثم تظهر هنا.
templates-not-found = لا يوجد قالب فيه «{ $words }».
templates-read = قُرئت القائمة { $time }
template-utility = خدمي
template-marketing = تسويقي
template-authentication = رمز
template-paused = موقوف
template-rejected = مرفوض
template-pending = بانتظار الاعتماد
template-not-allowed = لا يجوز إرساله
template-preview = ما سيراه { $name }
template-blank = الفراغ { $n }
template-example = مثلًا { $example }
template-missing = { $n ->
    [one] بقي فراغ واحد.
    [two] بقي فراغان.
    [few] بقيت { $n } فراغات.
   *[other] بقي { $n } فراغًا.
}
