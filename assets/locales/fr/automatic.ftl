held-practice-open = Le cabinet avait ouvert.
held-rule-off = La règle était désactivée.
held-answered = Quelqu’un avait répondu.
held-too-late = Il avait attendu trop longtemps.
