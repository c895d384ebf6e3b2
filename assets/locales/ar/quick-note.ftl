### الملاحظة السريعة عن المتصل.

quick-note-title = ملاحظة سريعة
quick-note-caller = على الهاتف منذ { $time }
quick-note-here = المحادثة المفتوحة
quick-note-chosen = من اختيارك
quick-note-nobody = لا أحد يتصل.
quick-note-about = عن { $name }
quick-note-whom = عمّن الملاحظة
quick-note-other = شخص آخر
quick-note-find = اسم أو رقم
quick-note-none = لم يُعثر على أحد لـ «{ $words }».
quick-note-found = { $n ->
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
   *[other] { $n } شخصًا
}
quick-note-kept = حُفظت الملاحظة عن { $name }.
quick-note-stays = يُغلق Esc ويحفظ كلماتك للمرة القادمة.
