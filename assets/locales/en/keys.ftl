### Keys: giving commands other keys, the quick note, and the menu of a line.

redo = Redo
key-redo = { redo }
key-quick-note = Quick note on whoever is calling
key-row-menu = Menu of the line
key-next-page = A page of lines down
key-previous-page = A page of lines up

keys-lead = Choose a key here to give the command another one. Buttons, menus and this list show it from then on.
keys-change = { $what }: { $key }. Choose another key
keys-add = One more key for { $what }
keys-usual = The usual key again for { $what }
keys-all-usual = All keys as usual
keys-all-usual-done = All keys are as usual again.
keys-press-title = A key for “{ $what }”
keys-press = Press the new key, alone or together with { $ctrl } or Shift.
keys-press-label = The new key
keys-given = { $key } does “{ $what }” now.
keys-dropped = { $key } does nothing now.
keys-taken = { $key } already does “{ $other }”.
keys-swap = Swap: { $old } does “{ $other }” then
keys-take = Take it: “{ $other }” goes without
keys-drop = No key
keys-refused-alt = Not with Alt or Option: on many keyboards, they write letters.
keys-refused-bracket = Not this sign: on many keyboards, it takes AltGr.
keys-refused-input = Not this one: it changes the way of writing.
keys-refused-screenshot = Not this one: it takes pictures of the screen on a Mac.
keys-refused-system = Not this one: the system or every program uses it.
keys-refused-dead = This key waits for a second one. Choose another.
keys-refused-needed = Not this one: it is needed for moving, choosing and writing.
keys-refused-typing = Not without { $ctrl }: you could no longer write this.

## The menu of a line

row-menu = Menu for { $name }
