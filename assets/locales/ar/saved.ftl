### الردود المحفوظة: القائمة فوق حقل الكتابة، والفراغات، والصفحة التي تُحفظ فيها.

reply-or-saved = اكتب إلى { $name }، أو / لرد محفوظ
saved-reply = رد محفوظ
saved-list = الردود المحفوظة
saved-choose = اختيار
saved-insert = إدراج
saved-next-blank = الفراغ التالي
saved-close = إغلاق
saved-none = لا يوجد رد محفوظ فيه «{ $words }».
saved-none-yet = لا توجد ردود محفوظة بعد.
saved-manage = افتح الإعدادات
saved-found = { $n ->
    [0] لا رد محفوظ مناسب
    [one] رد محفوظ واحد مناسب
    [two] ردان محفوظان مناسبان
    [few] { $n } ردود محفوظة مناسبة
    [many] { $n } ردًا محفوظًا مناسبًا
   *[other] { $n } رد محفوظ مناسب
}
saved-blank = { $n ->
    [zero] فراغ: { $name }.
    [one] فراغ: { $name }. وهو الوحيد.
    [two] فراغ: { $name }. بقي فراغان.
    [few] فراغ: { $name }. بقيت { $n } فراغات.
    [many] فراغ: { $name }. بقي { $n } فراغًا.
   *[other] فراغ: { $name }. بقي { $n } فراغ.
}
saved-blank-left = املأ «{ $name }» قبل الإرسال. يأخذك Tab إليه.

saved-variable-patient = اسم المريض
saved-variable-first-name = الاسم الأول
saved-variable-practice = العيادة
saved-variable-staff = اسمك
saved-variable-practitioner = المعالِج
saved-variable-next-appointment = الموعد القادم
saved-variable-opening-hours = ساعات الدوام
saved-variable-today = تاريخ اليوم

settings-saved = الردود المحفوظة
    .words = ما تكتبه كل يوم، بلغة المريض
saved-empty = لا توجد ردود محفوظة بعد.
saved-empty-then = اكتب ردودك، أو ابدأ بثمانية ردود شائعة. لكل رد نص بست لغات، ويصل المريضَ ما هو بلغته.
saved-start = أضف ثمانية ردود شائعة
saved-started = { $n ->
    [zero] لم يُضف رد.
    [one] أُضيف رد واحد.
    [two] أُضيف ردان.
    [few] أُضيفت { $n } ردود.
    [many] أُضيف { $n } ردًا.
   *[other] أُضيف { $n } رد.
}
saved-new = رد محفوظ جديد
saved-used = { $n ->
    [0] لم يُستخدم بعد
    [one] استُخدم مرة
    [two] استُخدم مرتين
    [few] استُخدم { $n } مرات
    [many] استُخدم { $n } مرة
   *[other] استُخدم { $n } مرة
}
saved-edit = تعديل { $title }
saved-edit-short = تعديل
saved-remove = إزالة { $title }
saved-remove-short = إزالة
saved-up = نقل { $title } إلى أعلى
saved-down = نقل { $title } إلى أسفل
saved-kept = حُفظ { $title }.
saved-removed = أُزيل { $title }.
saved-title = الاسم في القائمة
saved-shortcut = الاختصار
saved-shortcut-help = ما يُكتب بعد /. حروف وأرقام وشرطات.
saved-languages = لغة النص
saved-text = النص: { $language }
saved-text-help = يحلّ الاسم الأول محل { "{{first_name|بك}}" }، أو «بك» إذا لم يكن معروفًا. وما ليس معروفًا وليس له بديل يصير فراغًا يُملأ.
saved-variables = أدرج ما تعرفه العيادة
saved-preview = كيف يبدو لمريض متخيَّل
saved-unknown = { $n ->
    [zero] لا فراغ يُملأ.
    [one] فراغ واحد يُملأ كل مرة.
    [two] فراغان يُملآن كل مرة.
    [few] { $n } فراغات تُملأ كل مرة.
    [many] { $n } فراغًا تُملأ كل مرة.
   *[other] { $n } فراغ تُملأ كل مرة.
}
saved-problem-title = أعطه اسمًا لا يزيد على 80 حرفًا.
saved-problem-shortcut = ما لا يزيد على 30 حرفًا أو رقمًا أو شرطة.
saved-problem-text = اكتب نصًا بلغة واحدة على الأقل، لا يزيد على 4000 حرف.
saved-problem-too-many = يوجد 500 رد محفوظ بالفعل. أزل بعضها أولًا.

error-blank-unfilled = لم يُرسل: لا يزال هناك فراغ. املأه وأرسل من جديد.
