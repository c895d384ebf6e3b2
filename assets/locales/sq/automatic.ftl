held-practice-open = Klinika ishte hapur tashmë.
held-rule-off = Rregulli ishte çaktivizuar.
held-answered = Dikush ishte përgjigjur tashmë.
held-too-late = Kishte pritur tepër gjatë.
