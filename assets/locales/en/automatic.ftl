held-practice-open = The practice had opened.
held-rule-off = The rule was switched off.
held-answered = Somebody had answered.
held-too-late = It had waited too long.
