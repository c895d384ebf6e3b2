pane-card = بطاقة المريض
card-close = إغلاق البطاقة
card-nobody = { $channel }، ليس على بطاقة أي مريض
card-unknown = لم يحدّد أحد بعد من هذا.
patient-since = لدينا منذ { $year }
patient-born = { $date }، { $age } سنة · { $since }
patient-name = الاسم
patient-birth-date = تاريخ الميلاد
patient-language = اللغة
patient-language-unknown = غير معروفة
patient-note = ملاحظة المكتب
patient-note-none = لا شيء
patient-edit = تعديل
patient-create = إنشاء بطاقة مريض
reaches-us-by = تصلنا رسائله عبر
identity-first = أُنشئت البطاقة من هذا، { $day }
identity-linked-by = ربطه { $by }، { $day }. يمكن فكّه.
identity-linked = مرتبط، { $day }. يمكن فكّه.
identity-unlinked = غير مرتبط بأحد
identity-last-wrote = آخر كتابة { $time }
identity-opted-out = لا يريد رسائل
identity-unlink = فك الربط
identity-open = فتح المحادثة مع { $address }
who-could-it-be = من قد يكون هذا
could-also-be = قد يكون أيضًا
could-be-same-number = الرقم نفسه في { $channel }
could-be-same-name = الاسم نفسه في { $channel }
link-to = ربط مع { $name }
link-promise = لا يُربط شيء حتى تضغط، ويمكن فك الربط.
linked = رُبط مع { $name }.
unlinked = فُكّ الربط.
calls = المكالمات
calls-recent = { $n ->
    [one] مكالمة واحدة مع هذا الرقم
    [two] مكالمتان مع هذا الرقم
    [few] { $n } مكالمات مع هذا الرقم
   *[other] { $n } مكالمة مع هذا الرقم
}
