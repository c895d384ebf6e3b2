### الشاشات المجاورة لصندوق الوارد: الإعداد، القفل، الإعدادات، البحث.

provider-instagram = إنستغرام
provider-twilio = Twilio

## الإعداد

setup-steps = خطوات الإعداد
setup-step-done = تمّت
setup-step-practice = عيادتك
    .words = الاسم والبلد والمنطقة الزمنية
setup-step-practice-at = { $name }، { $place }
setup-step-recovery = رمز الاسترداد
    .words = ورقة واحدة للخزنة
setup-step-recovery-done = طُبع وجرى التحقق منه
setup-step-channels = القنوات
    .words = إنستغرام وواتساب والرسائل النصية والهاتف
setup-step-channels-count = { $n ->
    [0] لم تُربط قناة بعد
    [one] حساب واحد مربوط
    [two] حسابان مربوطان
    [few] { $n } حسابات مربوطة
   *[other] { $n } حسابًا مربوطًا
}
setup-step-ready = جاهز
    .words = افتح مكتب الاستقبال
setup-channel-connected = مربوطة
setup-channel-not-found = ليست في هذا الحساب
setup-channel-now = قيد الربط
setup-channel-next = التالية
setup-channel-later = لاحقًا

setup-only-looking = هل تريد إلقاء نظرة فقط؟
setup-only-looking-words = تُفتح فورًا عيادة تجريبية بمرضى متخيَّلين، وتُزال بنقرة واحدة.
setup-open-demo = افتح العيادة التجريبية
setup-bar-encrypted = مشفّر على هذا الحاسوب
setup-bar-nothing-yet = لم يُحفظ شيء بعد ولم يُرسل شيء إلى أحد
setup-back = رجوع
setup-later = اتركه لوقت لاحق
setup-next-recovery = تابع إلى رمز الاسترداد
setup-next-make = أنشئ العيادة
setup-next-twilio = تابع إلى واتساب والرسائل والهاتف
setup-next-ready = تابع
setup-open-desk = افتح مكتب الاستقبال

setup-title-practice = عيادتك
setup-lead-practice = أربعة أمور يحتاج Anteroom إلى معرفتها، وهي تبقى على هذا الحاسوب.
setup-title-recovery = رمز الاسترداد
setup-lead-recovery = رسائل مرضاك مقفلة بمفتاح لا يملكه إلا هذا الحاسوب. هذا الرمز هو المفتاح الاحتياطي.
setup-title-instagram = ربط إنستغرام
setup-lead-instagram = ما يُكتب إلى عيادتك على إنستغرام يصل إلى هنا، وردودك تخرج من هنا.
setup-title-twilio = ربط واتساب والرسائل النصية والهاتف
setup-lead-twilio = تمرّ الثلاثة عبر حساب Twilio الخاص بعيادتك، لذلك يربطها مفتاح واحد معًا.
setup-title-ready = جاهز
setup-lead-ready = هكذا هي الحال الآن. يمكن تغيير كل شيء لاحقًا في «{ nav-settings }».

setup-clinic-name = اسم العيادة
setup-clinic-name-help = كما يعرفه المرضى. يُكتب أيضًا على ورقة رمز الاسترداد.
setup-clinic-name-missing = اكتب اسم العيادة.
setup-country = البلد
setup-country-help = أرقام الهاتف التي بلا رمز دولي تُقرأ كأرقام من هذا البلد.
setup-country-missing = اختر بلدًا.
setup-choose = اختر…
setup-zone = المنطقة الزمنية
setup-zone-help = كل الأوقات في Anteroom هي أوقات العيادة.
setup-zone-near = في هذا البلد
setup-zone-others = في أماكن أخرى
setup-staff-name = اسمك
setup-staff-name-help = يراه زملاؤك بجانب الملاحظات والردود. لا يراه المرضى.
setup-staff-name-missing = اكتب اسمك.

## رمز الاسترداد

recovery-code = رمز الاسترداد
recovery-print = اطبع الورقة
recovery-printed = صار عندي على ورق
recovery-by-hand = لا طابعة لديك؟ انسخ المجموعات بيدك وعددها { $n }. لا ترد فيها الحروف O وI وL وU.
recovery-prove = انظر إلى ورقتك واكتب هاتين المجموعتين. الأحرف الكبيرة والشرطات لا تهم.
recovery-group = المجموعة { $n }
recovery-group-wrong = ليس هذا ما في الورقة. انظر مرة أخرى.
recovery-show-again = أظهر الرمز مرة أخرى
recovery-what = ما فائدة هذا الرمز
recovery-what-1 = يفتح بياناتك إذا ضاع المفتاح
    .words = حاسوب جديد، أو قرص أُصلح، أو مخزن مفاتيح أُعيد ضبطه: عندها لا يفتح العيادةَ شيء آخر.
recovery-what-2 = نشأ بالمصادفة هنا
    .words = 256 بتًّا عشوائيًّا وُلدت قبل قليل على هذا الحاسوب. لم تُرسل إلى أحد، وليست كلمة مرور قد تُنسى.
recovery-what-3 = احفظه حيث تحفظ أوراق العيادة
    .words = في الخزنة أو مع العقود، لا بجانب الحاسوب ولا صورةً في هاتف.
recovery-what-4 = لا أحد يستطيع صنعه مرة أخرى
    .words = ولا نحن. إذا ضاع هذا الحاسوب والورقة معًا ضاعت الرسائل أيضًا.
recovery-help = اكتبه من الورقة. الأحرف الكبيرة والمسافات والشرطات لا تهم.
recovery-count = { $n } من { $of } خانة
recovery-length = في الرمز { $of } خانة، وهنا { $n }. قارنه بالورقة مجموعةً بعد مجموعة.
recovery-stray = لا يرد «{ $letter }» في أي رمز استرداد. قارنه بالورقة.

sheet-title = رمز الاسترداد لبرنامج Anteroom
sheet-what = يفتح هذا الرمز رسائل مرضى العيادة المشفّرة حين يعجز عن ذلك الحاسوب الذي يحمل المفتاح.
sheet-use = متى تحتاج إليه
sheet-use-words = شغّل Anteroom. إذا قال إن البيانات لا يمكن فتحها فاختر «{ locked-use-code }» واكتب المجموعات بترتيبها، وعددها { $n }.
sheet-keep = كيف تحفظه
sheet-keep-words = أقفل عليه مع أوراق العيادة. من كانت لديه هذه الورقة ونسخة من البيانات استطاع قراءة كل شيء. لا أحد يستطيع تعويضها، فاكتب من يحفظها.
sheet-kept-by = يحفظها

## الربط

path-label = تنتقل الرسائل مشفّرة بين { $provider } وهذا الحاسوب، ولا تمرّ بأي خادم لنا.
path-provider = لديه نسخته الخاصة
path-encrypted = مشفّر في الاتجاهين
path-here = هذا الحاسوب
path-here-words = يُحفظ مشفّرًا
path-nothing = لا شيء أبعد من هنا
path-no-server = لا خادم لنا
path-no-server-words = لا أحد غيرك يقرأ

connect-how-instagram = احصل على رمز وصول
connect-how-instagram-1 = افتح developers.facebook.com في المتصفح وسجّل الدخول بالحساب الذي يدير إنستغرام العيادة.
connect-how-instagram-2 = اختر تطبيق العيادة أو أنشئ تطبيقًا من نوع “Business”. ثم افتح “Instagram” ثم “API setup with Instagram login”.
connect-how-instagram-3 = تحت “Generate access tokens” أضف حساب إنستغرام الخاص بالعيادة واضغط “Generate token”. اسمح بالإذنين المذكورين أدناه.
connect-how-instagram-4 = انسخ رمز الوصول والصقه هنا. بعد ذلك يجدّده Anteroom بنفسه.
connect-how-twilio = أنشئ مفتاحًا
connect-how-twilio-1 = سجّل الدخول في console.twilio.com. تجد Account SID في الصفحة الأولى تحت “Account Info”.
connect-how-twilio-2 = افتح “Account management” ثم “API keys & tokens” واضغط “Create API key”. سمّه Anteroom واختر النوع “Standard”.
connect-how-twilio-3 = انسخ SID المفتاح وسرّه. لا يعرض Twilio السرّ إلا هذه المرة.
connect-token = رمز الوصول
connect-token-help = سطر طويل من الحروف والأرقام يبدأ بـ IG.
connect-token-missing = الصق رمز الوصول أولًا.
connect-account-sid = Account SID
connect-key-sid = SID المفتاح
connect-secret = سرّ المفتاح
connect-secret-help = يُحفظ في المخزن المشفّر على هذا الحاسوب وليس في أي مكان آخر.
connect-secret-missing = الصق سرّ المفتاح.
connect-sid-shape = يبدأ بـ { $start } وفيه 34 خانة. انسخه مرة أخرى.
connect-checking = جارٍ السؤال…
connect-go = تحقّق واربط { $provider }
connect-done = رُبط { $account }. تصل الرسائل من الآن، حتى وأنت تتابع هنا.
connect-take-back-instagram = يمكنك إنهاء هذا متى شئت في «{ nav-settings }»، «{ settings-accounts }». عندها يعيد Anteroom الإذن إلى إنستغرام ويحذف رمز الوصول هنا. وتبقى الرسائل لديك.
connect-take-back-twilio = يمكنك إنهاء هذا متى شئت في «{ nav-settings }»، «{ settings-accounts }». عندها يحذف Anteroom المفتاح هنا، ولدى Twilio أيضًا إن سُمح له. وتبقى الرسائل لديك.
secret-show = أظهر ما جرى لصقه

rights-title-instagram = إذنان اثنان ولا شيء بعدهما
rights-title-twilio = فيمَ يُستعمل المفتاح
rights-never-instagram = لا يُطلب أبدًا
rights-never-twilio = لا يُفعل به أبدًا
rights-never-instagram-1 = النشر والإعجاب والمتابعة والتعليق
rights-never-instagram-2 = متابعوك وحسابك الشخصي
rights-never-instagram-3 = الرسائل لأجل الإعلان أو لتدريب أي آلة
rights-never-twilio-1 = شراء أرقام أو إعادتها
rights-never-twilio-2 = تغيير الجهة التي تُحوَّل إليها مكالماتك
rights-never-twilio-3 = الاطلاع على الفواتير أو البطاقات أو مستخدمين آخرين
right-see-own-account = رؤية حسابك أنت
    .words = اسمه وصورته ورقمه، لتتأكد أنه الحساب الصحيح.
right-read-and-answer-messages = قراءة الرسائل المباشرة والرد عليها
    .words = المحادثات مع حسابك فقط.
right-text-messages = قراءة الرسائل النصية ورسائل واتساب وإرسالها
    .words = عبر أرقامك أنت، مع الصور والقوالب المعتمدة.
right-calls = رؤية المكالمات وإجراؤها
    .words = يسرد المكالمات ويجلب البريد الصوتي مع نصّه، ويرنّ هاتف مكتبك حين تتصل بأحد.

checks-title = أربعة فحوص
check-state-waiting = لم يُفحص بعد
check-state-asking = جارٍ الفحص
check-state-ok = سليم
check-state-switch = يلزم تفعيل شيء
check-state-refused = مرفوض
check-again = افحص مرة أخرى
checked-at = فُحص { $time }
checked-again = فُحص { $time }، ثم بعد { $n } ث
check-instagram-account = حساب مهني
    .words = { $state ->
        [ok] { $account }
        [asking] يُسأل إنستغرام لمن هذا الرمز.
       *[other] ينتظر رمز الوصول.
    }
check-instagram-rights = { $state ->
        [switch] ينقص إذن
        [ok] مُنح الإذنان
       *[other] الإذنان
    }
    .words = { $state ->
        [ok] قراءة الرسائل ورؤية حسابك.
        [switch] أنشئ رمز الوصول من جديد واسمح بهذا أيضًا:
       *[other] يأتي بعد الحساب.
    }
check-instagram-reach = { $state ->
        [switch] إنستغرام يحجب الرسائل عن الأدوات الأخرى
        [ok] يمكن الوصول إلى الرسائل
       *[other] الوصول إلى الرسائل
    }
    .words = { $state ->
        [ok] المفتاح في تطبيق إنستغرام مفعّل.
        [switch] فعّله في تطبيق إنستغرام على هاتف العيادة:
       *[other] يجب أن يكون مفتاح في تطبيق إنستغرام مفعّلًا.
    }
check-instagram-reach-way = الإعدادات | الرسائل والردود على القصص | عناصر التحكم في الرسائل | الأدوات المرتبطة | السماح بالوصول إلى الرسائل
check-instagram-fetch = أولى الرسائل
    .words = { $state ->
        [ok] أحدث الرسائل هنا.
        [asking] يجري جلبها. يمكنك المتابعة.
       *[other] يأتي أخيرًا ويستغرق نحو دقيقة.
    }
check-instagram-refused = لا يقبل إنستغرام رمز الوصول هذا. أنشئ رمزًا جديدًا والصقه كاملًا.
check-twilio-account = الحساب والمفتاح
    .words = { $state ->
        [ok] { $account }
        [asking] يُسأل Twilio هل يتوافقان.
       *[other] ينتظر القيم الثلاث.
    }
check-twilio-rights = { $state ->
        [switch] المفتاح لا يتيح كل شيء
        [ok] المفتاح يتيح ما يلزم
       *[other] ما يتيحه المفتاح
    }
    .words = { $state ->
        [ok] الرسائل النصية وواتساب والمكالمات.
        [switch] أنشئ مفتاحًا من نوع “Standard”. هذا ينقصه:
       *[other] يأتي بعد المفتاح.
    }
check-twilio-reach = { $state ->
        [switch] لم يُعثر على رقم
       *[other] القنوات والأرقام
    }
    .words = { $state ->
        [ok] وُجدت في هذا الحساب:
        [switch] ليس في الحساب رقم بعد. احصل على رقم من لوحة Twilio ثم افحص مرة أخرى.
       *[other] يُظهر ما يستطيع هذا الحساب حمله.
    }
check-twilio-fetch = أولى الرسائل والمكالمات
    .words = { $state ->
        [ok] أحدث الرسائل والمكالمات هنا.
        [asking] يجري جلبها. يمكنك المتابعة.
       *[other] يأتي أخيرًا ويستغرق نحو دقيقة.
    }
check-twilio-refused = لا يقبل Twilio هذه القيم معًا. راجع الثلاث مرة أخرى؛ فالسرّ تابع لـ SID المفتاح.
check-fetch-running = { $done ->
    [0] لا رسائل حتى الآن. يمكنك المتابعة.
    [one] رسالة واحدة حتى الآن. يمكنك المتابعة.
    [two] رسالتان حتى الآن. يمكنك المتابعة.
    [few] { $done } رسائل حتى الآن. يمكنك المتابعة.
   *[other] { $done } رسالة حتى الآن. يمكنك المتابعة.
}

## جاهز

ready-practice = { $name } في مكتب الاستقبال.
ready-recovery = رمز الاسترداد
    .words = على الورق وجرى التحقق منه. ضع الورقة الآن في مكانها.
ready-instagram = إنستغرام
ready-twilio = واتساب والرسائل النصية والهاتف
ready-connected = رُبط { $account }.
ready-later = لم يُربط بعد. تجده في «{ nav-settings }»، «{ settings-accounts }».

## مقفل

locked-use-code = استعمل رمز الاسترداد
locked-open = افتح العيادة
locked-trying = جارٍ المحاولة…
locked-still = { $n ->
    [one] ما زال الأمر كما هو.
    [two] ما زال الأمر كما هو بعد محاولتين.
    [few] ما زال الأمر كما هو بعد { $n } محاولات.
   *[other] ما زال الأمر كما هو بعد { $n } محاولة.
}
locked-help = ماذا أستطيع أن أفعل؟
locked-safe = بياناتك ما زالت على هذا الحاسوب مشفّرة، ولا يظهر منها شيء هنا.
locked-keychain-locked = مخزن مفاتيح النظام مقفل
    .words = فيه مفتاح عيادتك، لذلك ينتظر Anteroom حتى يُفتح.
    .help = سجّل الخروج من الحاسوب ثم ادخل من جديد؛ غالبًا ما يفتح ذلك مخزن المفاتيح. | اضغط «{ try-again }» واكتب كلمة المرور إن طلبها النظام. | إذا غيّر شخص آخر كلمة مرور الحاسوب فقد يطلب المخزن الكلمة القديمة. | إن لم ينفع شيء فاستعمل رمز الاسترداد واختر عبارة مرور.
locked-keychain-missing = ليس في هذا الحاسوب مخزن مفاتيح
    .words = يحفظ Anteroom مفتاح عيادتك في مخزن مفاتيح النظام، وهو غير موجود الآن.
    .help = في لينكس: اطلب ممن يعتني بالحاسوب تشغيل خدمة Secret Service مثل GNOME Keyring أو KWallet. | في ويندوز وماك: أعد تشغيل الحاسوب وحاول مرة أخرى. | برمز الاسترداد وعبارة مرور جديدة تستطيع فتح العيادة الآن.
locked-key-missing = مفتاح عيادتك ليس في مخزن المفاتيح
    .words = البيانات هنا، أما المفتاح فلا. يحدث هذا بعد تثبيت النظام من جديد، أو عند نسخ البيانات من حاسوب آخر.
    .help = هل دخلت باسم من أعدّ Anteroom؟ لكل مستخدم للحاسوب مخزن مفاتيح خاص به. | أحضر ورقة رمز الاسترداد واختر «{ locked-use-code }». | من دون الورقة: الحاسوب الذي أُعدّ عليه Anteroom ما زال يحمل المفتاح.
locked-wrong-key = المفتاح في المخزن لا يناسب
    .words = يوجد مفتاح، لكنه لبيانات أخرى، كعيادة أُعدّت لاحقًا.
    .help = هل نُسخ مجلد العيادة إلى هنا من حاسوب آخر؟ إذن لهذا الحاسوب مفتاح آخر. | استعمل رمز الاسترداد الخاص بهذه العيادة. اسم العيادة مكتوب على ورقته.
locked-database-from-newer-version = كان هنا إصدار أحدث من Anteroom
    .words = كتب البيانات آخر مرة إصدارٌ أحدث. وهذا الإصدار الأقدم لا يمسّها حتى لا يفسد شيء.
    .help = ثبّت أحدث إصدار من Anteroom وشغّله. | هل تستعمل حواسيب عدة هذا المجلد؟ اجعلها كلها على الإصدار نفسه.
locked-database-damaged = البيانات متضررة
    .words = لا يستطيع Anteroom قراءة الملف الذي فيه رسائلك. وضعه جانبًا ولم يغيّر فيه شيئًا.
    .help = لا تحذف شيئًا من مجلد العيادة. | هل توجد نسخة من مجلد العيادة من يوم سابق؟ اسأل من يعتني بالحاسوب. | اطلب فحص القرص، فكثيرًا ما ينذر مثل هذا الضرر بعطله. | ما زال لدى إنستغرام وTwilio يمكن جلبه من جديد.
locked-already-open = هذه العيادة مفتوحة بالفعل
    .words = فتحها Anteroom آخر على هذا الحاسوب، واثنان معًا يعرقل أحدهما الآخر.
    .help = ابحث عن نافذة أخرى لبرنامج Anteroom، حتى لدى المستخدمين الآخرين. | إن لم تجد فأعد تشغيل الحاسوب وحاول مرة أخرى.
locked-folder-not-local = مجلد العيادة ليس على هذا الحاسوب
    .words = هو على قرص شبكة أو في مجلد يُزامَن مع الإنترنت. تفسد قواعد البيانات هناك، لذلك لا يفتحه Anteroom.
    .help = اطلب ممن يعتني بالحاسوب نقل المجلد إلى قرص في هذا الحاسوب. | أخرج المجلد من OneDrive وiCloud وDropbox وأمثالها.
locked-folder-read-only = لا يمكن الكتابة في مجلد العيادة
    .words = يستطيع Anteroom القراءة منه دون الكتابة فيه، فلا يمكن حفظ الرسائل الجديدة.
    .help = اطلب ممن يعتني بالحاسوب إذن الكتابة في المجلد. | هل في القرص أخطاء أو هو محمي من الكتابة؟ اطلب فحصه.
locked-disk-full = القرص ممتلئ
    .words = لا مكان حتى لفتح العيادة. لم يُفقد شيء.
    .help = أفرغ سلة المهملات واحذف ملفات كبيرة لا حاجة إليها. | ثم اضغط «{ try-again }». يكفي غيغابايت واحد للمتابعة.
locked-other = لا يمكن فتح بياناتك الآن
    .words = يعترض شيء غير متوقع. لم يتغير شيء.
    .help = حاول مرة أخرى. | أعد تشغيل الحاسوب. | إن بقي الأمر كذلك فاسأل من يعتني بالحاسوب، ولا تحذف شيئًا من مجلد العيادة.

## الإعدادات

settings-title = الإعدادات والخصوصية
settings-accounts = القنوات
    .words = الحسابات ومدى حداثتها
settings-look = المظهر
    .words = الإضاءة والصفوف والحروف واللغة
settings-sending = الإرسال والاتصال
    .words = مهلة التراجع وهاتف المكتب
settings-notifications = الإشعارات
    .words = ما يجوز أن تراه الغرفة
settings-network = الشبكة
    .words = مع من تحدّث هذا الحاسوب اليوم
settings-demo = العيادة التجريبية
    .words = إزالة المرضى المتخيَّلين
settings-keys = المفاتيح
    .words = كل شيء من دون فأرة
settings-about = حول البرنامج
    .words = الإصدار والتراخيص

accounts-none = لا قناة مربوطة. تصل الرسائل حين تربط قناة.
accounts-add = اربط قناة أخرى
accounts-add-instagram = الرسائل المباشرة، برمز وصول
accounts-add-twilio = واتساب والرسائل النصية والمكالمات، بمفتاح واحد
accounts-connect-title = ربط { $provider }
accounts-sign-in-title = تسجيل الدخول إلى { $account } من جديد
accounts-back = كل القنوات
accounts-finished = تم
account-since = منذ { $day }
account-works = يعمل
account-behind = متأخر
account-ends-soon = ينتهي الدخول قريبًا
account-needs-sign-in = سجّل الدخول من جديد
account-sign-in-instagram = لم يعد إنستغرام يقبل رمز الوصول، ربما لأن كلمة المرور تغيّرت. حتى تسجّل الدخول من جديد لا يصل شيء ولا يخرج شيء. وما هو هنا يبقى.
account-sign-in-twilio = لم يعد Twilio يقبل المفتاح، ربما لأنه حُذف هناك. حتى تسجّل الدخول من جديد لا يصل شيء ولا يخرج شيء. وما هو هنا يبقى.
account-expires = ينتهي الدخول في { $date } وتعذّر تجديده. سجّل الدخول من جديد قبل ذلك حتى لا يفوتك شيء.
account-renews = الدخول سارٍ حتى { $date } ويتجدد وحده
account-missing = شيء وصل إلى هنا ({ $time }) لم يمكن حفظه. انظر عند { $provider } ما الذي ينقص هنا، وأخبر من يعتني بالحاسوب. تسجيل الدخول من جديد يزيل هذا التنبيه.
account-rights = الأذون
account-check-now = افحص الآن
account-sign-in = سجّل الدخول من جديد
account-disconnect = افصل…
account-asked = سُئل { $time }
account-late = الردود المتأخرة: 7 أيام بدل 24 ساعة
    .words = للردود التي يكتبها إنسان فقط. يجب أن تكون Meta قد وافقت على “Human Agent” لتطبيق عيادتك؛ ومن دون الموافقة يرفض إنستغرام الردود بعد 24 ساعة.
health-channel = القناة
health-state = الحالة
health-last-message = آخر رسالة
health-last-check = آخر فحص
health-gap = أقدم فجوة
health-up-to-date = محدَّثة
health-behind = متأخرة
health-catching-up = تلحق، { $done } حتى الآن
health-starting = تُسأل لأول مرة
health-off = لا تُسأل
health-none = لا شيء بعد
health-none-yet = لا شيء بعد
health-no-gap = لا توجد
health-gap-since = منذ { $time }
health-gap-never = لم يُوصل إليها قط
health-retry = المحاولة التالية { $time }.
disconnect-what = ما يحدث حين تفصل { $account }
disconnect-1-instagram = يطلب Anteroom من إنستغرام سحب الإذن، ويحذف رمز الوصول من هذا الحاسوب.
disconnect-1-twilio = يحذف Anteroom المفتاح من هذا الحاسوب، ولدى Twilio أيضًا إن سمح Twilio بذلك. وإلا أخبرناك أين تحذفه.
disconnect-2 = الردود التي لم تخرج بعد تُحتجز، وتراها تحت «{ queue-not-sent }».
disconnect-3 = تبقى كل الرسائل هنا للقراءة والبحث. ولا تصل رسائل جديدة.
disconnect-4 = يمكنك ربط الحساب من جديد متى شئت. وما بقي هناك يُجلب عندها.
disconnect-keep = أبقه مربوطًا
disconnect-go = افصل { $account }
goodbye-title = فُصل { $account }
goodbye-credential = حُذف الدخول من هذا الحاسوب.
goodbye-credential-kept = تعذّر حذف الدخول من هذا الحاسوب. حاول مرة أخرى.
goodbye-upstream-revoked = سحب { $provider } الإذن.
goodbye-upstream-by-hand = لا يمكن أن يُطلب من { $provider } سحب الإذن.
goodbye-upstream-unreachable = تعذّر الوصول إلى { $provider }، فقد يكون الإذن ما زال قائمًا هناك.
goodbye-by-hand-instagram = أزله بنفسك في instagram.com: “Settings”، “Website permissions”، “Apps and websites”.
goodbye-by-hand-twilio = احذفه بنفسك في console.twilio.com: “Account management”، “API keys & tokens”.
goodbye-held = { $n ->
    [0] لم يكن رد ينتظر الخروج.
    [one] كان رد واحد ينتظر، وهو محتجز تحت «{ queue-not-sent }».
    [two] كان ردّان ينتظران، وهما محتجزان تحت «{ queue-not-sent }».
    [few] كانت { $n } ردود تنتظر، وهي محتجزة تحت «{ queue-not-sent }».
   *[other] كان { $n } ردًّا ينتظر، وهي محتجزة تحت «{ queue-not-sent }».
}
goodbye-stays = كل الرسائل ما زالت هنا.

look-theme = الإضاءة
    .words = ورق في النهار، والمكتب نفسه في المساء.
look-theme-system = مثل النظام
look-theme-light = فاتح
look-theme-dark = داكن
look-density = الصفوف
    .words = مقدار ما تأخذه كل محادثة من مساحة في القائمة.
look-density-compact = متراص
look-density-regular = عادي
look-density-roomy = فسيح
look-text = الحروف
    .words = يكبر معها كل شيء.
look-text-normal = عادية
look-text-large = كبيرة
look-text-largest = كبيرة جدًّا
look-text-half = مرة ونصف
look-text-double = ضعفان
look-language = اللغة
    .words = لغة النافذة فقط. يتلقى المرضى الكلمات التي تكتبها أنت.
look-language-system = مثل النظام ({ $name })
look-single-keys = المفاتيح المفردة
    .words = R للرد وE للإنجاز وهكذا، ما دمت لا تكتب. أوقفها إذا كان برنامج إملاء يكتب عنك.
sending-undo = مهلة سحب الرد
    .words = ينتظر الرد هذه المدة قبل خروجه. وحتى ذلك الحين يعيده التراجع إلى الحقل.
sending-at-once = بلا مهلة
sending-phone = هاتف المكتب
    .words = حين تتصل بمريض يرنّ هذا الهاتف أولًا. ويرى المرضى رقم العيادة.
sending-phone-label = الرقم
sending-phone-problem = اكتبه مع رمز البلد، مثل ‎+966 11 234 5678.
sending-phone-saved = حُفظ. ترنّ المكالمات هنا أولًا.
sending-phone-removed = حُفظ. لا تُجرى مكالمات من هذا المكتب.
notifications-new = أخبرني بالرسائل الجديدة
    .words = يعرض النظام «رسالة جديدة» أو «مكالمة فائتة» والعدد. وعدة رسائل معًا تصير إشعارًا واحدًا.
notifications-recording = أبقِ النافذة خارج التسجيلات
    .words = تسجيل الشاشة ومشاركتها وذاكرة النظام للشاشة تعرض نافذة فارغة.
notifications-recording-linux = يستطيع ذلك ويندوز وماك، أما لينكس فليس بعد: من يسجّل هذه الشاشة يرى النافذة.
notifications-why = لماذا لا يظهر اسم أبدًا
    .words = تبقى الإشعارات مكشوفة على الشاشة حين لا يجلس أحد أمامها، ويحفظ النظام كلماتها في ملف لا يستطيع Anteroom محوه. لذلك تقول إن أحدًا كتب، ولا تقول من كتب ولا ماذا كتب.
network-lead = هذه كل الخوادم التي تحدّث معها Anteroom منذ منتصف الليل. كل واحد منها تابع لحساب ربطته أنت، أو لتسجيل دخول جرّبته. ولا حركة غير ذلك.
network-none = لم يخرج شيء ولم يدخل شيء منذ منتصف الليل.
network-host = الخادم
network-purpose = لأجل ماذا
network-sent = أُرسل
network-received = استُقبل
network-purpose-instagram-messages = رسائل
network-purpose-instagram-media = صور ورسائل صوتية لـ
network-purpose-twilio-messages = رسائل نصية وواتساب ومكالمات لـ
network-purpose-twilio-media = صور وتسجيلات لـ
network-purpose-simulator = محاكٍ بدل مزوّدي
network-purpose-other = لأجل
network-purpose-connecting = أثناء ربط حساب
network-never = ما لا يخرج أبدًا
network-never-1 = تقارير عنك أو عن طريقة استعمالك للبرنامج
network-never-2 = بيانات المرضى إلينا أو إلى أي جهة لم تربطها
network-never-3 = عمليات البحث والملاحظات والمسودات
demo-page-title = كل من هنا متخيَّل
demo-page-words = يُمثَّل المرضى ورسائلهم ومقدّمو الخدمة على هذا الحاسوب. إزالة التجربة تحذف مجلدها ومفتاحها وتنقلك إلى إعداد عيادتك.
about-words = صندوق الوارد لمكتب الاستقبال، الذي يبقى في مكتب الاستقبال.
about-version = الإصدار { $version }
about-licence = الترخيص
    .words = حرّ في الاستعمال والتعديل والنقل، وفق أي من الاثنين.
about-notices = مع الشكر
    .words = الخطوط والرسوم والمكتبات داخل هذه النافذة، وشروطها.
about-kind-font = خط
about-kind-drawings = رسوم
about-kind-library = مكتبة

## المفاتيح

keys-title = المفاتيح
keys-or = أو
keys-none = بلا مفتاح
keys-singles-off = المفاتيح المفردة متوقفة في «{ nav-settings }»، «{ settings-look }». والمفاتيح مع Ctrl ما زالت تعمل.
keys-anywhere = في كل مكان
keys-list = في القوائم
keys-conversation = في المحادثة
keys-dock = أثناء الكتابة
key-search = البحث والأوامر
key-view-inbox = { nav-inbox }
key-settings = { nav-settings }
key-next-pane = الجزء التالي من النافذة
key-previous-pane = الجزء السابق من النافذة
key-undo = { undo }
key-keys = كل المفاتيح
key-text-larger = حروف أكبر
key-text-smaller = حروف أصغر
key-text-usual = الحروف المعتادة
key-next-row = السطر التالي
key-previous-row = السطر السابق
key-first-row = السطر الأول
key-last-row = السطر الأخير
key-open-row = فتح
key-back-to-list = العودة إلى القائمة
key-filter = تصفية حسب القناة
key-done-next = إنجاز والانتقال إلى التالية
key-done-stay = إنجاز والبقاء هنا
key-call = { call }
key-reply = رد
key-note = ملاحظة للموظفين
key-template = قالب
key-card = بطاقة المريض
key-play = تشغيل أحدث تسجيل
key-speed = سرعة التشغيل
key-seek-back = خمس ثوانٍ إلى الخلف أثناء تشغيل التسجيل
key-seek-on = خمس ثوانٍ إلى الأمام أثناء تشغيل التسجيل
key-next-conversation = المحادثة التالية
key-previous-conversation = المحادثة السابقة
key-page-down = تمرير إلى الأمام
key-page-up = تمرير إلى الخلف
key-send = إرسال
key-send-done = إرسال وإنجاز والانتقال إلى التالية
key-attach = إرفاق ملف
key-take-back = سحب الرد الذي لم يخرج بعد

## البحث

search-placeholder = اسم أو رقم أو كلمات، أو ‎>‎ للأوامر
search-results = النتائج
search-range-all = كل السجل، { $ms } م.ث
search-range = منذ { $from }، { $ms } م.ث
search-count-more = { $n }، والمزيد في الأسفل
search-group-here = في هذه المحادثة
search-group-people = أشخاص
search-group-conversations = محادثات
search-group-messages = رسائل ومكالمات وملاحظات
search-group-do = أفعال
search-group-filters = تضييق البحث
search-kind-note = ملاحظة
search-kind-transcript = تسجيل
search-kind-attachment = ملف
search-ours-to = منك إلى { $name }
search-with = { $name }
search-filter-from = من كتب: اسم أو أرقام من رقم، أو us لنا
search-filter-channel = instagram أو whatsapp أو sms أو phone
search-filter-has = photo أو voice أو video أو document أو call أو link
search-filter-before = يوم أو شهر أو سنة، مثل 2026-10
search-filter-after = يوم أو شهر أو سنة، مثل 2026-10
search-do-page = { nav-settings }: { $page }
search-do-light = المظهر الفاتح
search-do-dark = المظهر الداكن
search-nothing = لا شيء عن «{ $words }»
search-looked = جرى البحث في الأسماء والأرقام والرسائل والمكالمات والملاحظات وأسماء الملفات منذ { $from }.
search-looked-all = جرى البحث في الأسماء والأرقام والرسائل والمكالمات والملاحظات وأسماء الملفات في كل الأوقات.
search-digits = تُوجد الأرقام ابتداءً من الخانة الرابعة.
search-spelling = حروف أقل تجد أكثر.
search-found = { $n ->
    [0] لا أسطر
    [one] سطر واحد
    [two] سطران
    [few] { $n } أسطر
   *[other] { $n } سطرًا
}
search-foot-choose = اختيار
search-foot-open = فتح
search-foot-commands = أوامر فقط
search-foot-people = أشخاص فقط
search-foot-keys = كل المفاتيح
