held-practice-open = Die Praxis hatte schon geöffnet.
held-rule-off = Die Regel war ausgeschaltet.
held-answered = Es hatte schon jemand geantwortet.
held-too-late = Sie hatte zu lange gewartet.
