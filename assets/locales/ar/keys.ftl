### المفاتيح: مفاتيح أخرى للأوامر، والملاحظة السريعة، وقائمة السطر.

redo = إعادة
key-redo = { redo }
key-quick-note = ملاحظة سريعة عن المتصل
key-row-menu = قائمة السطر
key-next-page = صفحة أسطر إلى الأسفل
key-previous-page = صفحة أسطر إلى الأعلى

keys-lead = اختر هنا مفتاحًا لتعطي الأمر مفتاحًا آخر. تُظهره الأزرار والقوائم وهذه القائمة بعد ذلك.
keys-change = { $what }: { $key }. اختيار مفتاح آخر
keys-add = مفتاح إضافي لـ { $what }
keys-usual = المفتاح المعتاد من جديد لـ { $what }
keys-all-usual = كل المفاتيح كالمعتاد
keys-all-usual-done = عادت كل المفاتيح كالمعتاد.
keys-press-title = مفتاح لـ «{ $what }»
keys-press = اضغط المفتاح الجديد، وحده أو مع { $ctrl } أو Shift.
keys-press-label = المفتاح الجديد
keys-given = صار { $key } لـ «{ $what }».
keys-dropped = لم يعد { $key } يفعل شيئًا.
keys-taken = ‏{ $key } مستخدم أصلًا لـ «{ $other }».
keys-swap = تبديل: يصير { $old } لـ «{ $other }»
keys-take = أخذه: يبقى «{ $other }» بلا مفتاح
keys-drop = بلا مفتاح
keys-refused-alt = ليس مع Alt أو Option: فهما يكتبان حروفًا في لوحات مفاتيح كثيرة.
keys-refused-bracket = ليس هذا الرمز: فهو يحتاج إلى AltGr في لوحات مفاتيح كثيرة.
keys-refused-input = ليس هذا: فهو يغيّر طريقة الكتابة.
keys-refused-screenshot = ليس هذا: فهو يلتقط صور الشاشة على أجهزة ماك.
keys-refused-system = ليس هذا: فالنظام أو كل البرامج تستخدمه.
keys-refused-dead = هذا المفتاح ينتظر مفتاحًا ثانيًا. اختر غيره.
keys-refused-needed = ليس هذا: فهو لازم للتنقل والاختيار والكتابة.
keys-refused-typing = ليس من دون { $ctrl }: لن تستطيع كتابته بعد ذلك.

## قائمة السطر

row-menu = قائمة { $name }
