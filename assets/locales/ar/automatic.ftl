held-practice-open = كانت العيادة قد فتحت.
held-rule-off = كانت القاعدة موقوفة.
held-answered = كان أحدهم قد رد.
held-too-late = انتظرت وقتًا طويلًا.
