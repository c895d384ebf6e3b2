held-practice-open = La consulta ya había abierto.
held-rule-off = La regla estaba desactivada.
held-answered = Alguien ya había respondido.
held-too-late = Había esperado demasiado.
