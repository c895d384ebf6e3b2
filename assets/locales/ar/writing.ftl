### الكتابة: اللغة التي يكتب بها المريض، والرموز التعبيرية، وما الخطأ في قيمة من قيم القالب.

language-writes = يكتب بهذه اللغة: { $language }
language-agree = { language-agree-short }: { $language }
language-agree-short = اجعلها لغته
language-set = صارت لغته: { $language }.

emoji = رمز تعبيري
emoji-find = ابحث عن رمز تعبيري
emoji-list = الرموز التعبيرية
emoji-used = المستخدمة أخيرًا
emoji-none = لا رمز تعبيري فيه «{ $words }».
emoji-close = إغلاق الرموز التعبيرية

template-blank-empty = الفراغ { $n } خالٍ. لا يرسل { $channel } قالبًا فيه فراغ خالٍ.
template-blank-line-break = في الفراغ { $n } سطر جديد أو علامة جدولة. يرفض { $channel } ذلك؛ اكتبه في سطر واحد.
template-blank-gap = في الفراغ { $n } أكثر من أربع مسافات متتالية. يرفض { $channel } ذلك.
template-blank-too-long = الفراغ { $n } أطول من اللازم بعدد أحرف قدره { $over }. يقبل { $channel } { $most } في المجموع.

key-emoji = اختيار رمز تعبيري
attach-limit = { $kind } حتى { $most }
