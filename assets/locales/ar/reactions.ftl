### التفاعلات: رمز تعبيري على ما كتبه المريض.

react = تفاعل
react-choices = التفاعل مع هذه الرسالة
react-more = رموز تعبيرية أخرى
key-react = التفاعل مع أحدث رسالة
reaction-us = نحن
reaction-own = تفاعل { $by } بـ { $emoji }: { $state }. { $act }
reaction-by = تفاعل { $by } بـ { $emoji }: { $state }
reaction-take-back = اضغط لسحبه
reaction-keep = اضغط للإبقاء عليه
reaction-there = يستطيع المريض رؤيته
reaction-going-turn = في الطريق
reaction-going-network = يُرسل حين نتصل بالإنترنت
reaction-going-earlier = في الطريق
reaction-going-provider = طلبت منا القناة الانتظار
reaction-going-sign-in = ينتظر أن يسجل أحد الدخول من جديد
reaction-leaving-turn = يجري سحبه
reaction-leaving-network = يُسحب حين نتصل بالإنترنت
reaction-leaving-earlier = يجري سحبه
reaction-leaving-provider = يُسحب حين تسمح القناة
reaction-leaving-sign-in = يُسحب حين يسجل أحد الدخول من جديد
reaction-not-sent = لم يُرسل التفاعل.
reaction-stayed = لم يُسحب التفاعل.
reaction-unclear = لم يُجب { $provider }، فقد يراه المريض رغم ذلك.
reaction-let-go = اتركه كما هو
