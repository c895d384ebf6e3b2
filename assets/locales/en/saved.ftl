### Saved replies: the list above the dock, blanks in the field, and the page where they are kept.

reply-or-saved = Write to { $name }, or / for a saved reply
saved-reply = Saved reply
saved-list = Saved replies
saved-choose = choose
saved-insert = insert
saved-next-blank = next blank
saved-close = close
saved-none = No saved reply with “{ $words }”.
saved-none-yet = There are no saved replies yet.
saved-manage = Open the settings
saved-found = { $n ->
    [0] No saved reply fits
    [one] One saved reply fits
   *[other] { $n } saved replies fit
}
saved-blank = { $n ->
    [one] Blank: { $name }. The only one.
   *[other] Blank: { $name }. { $n } are left.
}
saved-blank-left = Fill in “{ $name }” before you send. Tab takes you there.

saved-variable-patient = patient’s name
saved-variable-first-name = first name
saved-variable-practice = practice
saved-variable-staff = your name
saved-variable-practitioner = practitioner
saved-variable-next-appointment = next appointment
saved-variable-opening-hours = opening hours
saved-variable-today = today’s date

settings-saved = Saved replies
    .words = What you write every day, in the patient’s language
saved-empty = There are no saved replies yet.
saved-empty-then = Write your own, or begin with eight common ones. Each has a text in six languages, and patients get theirs.
saved-start = Add eight common replies
saved-started = { $n ->
    [one] One reply added.
   *[other] { $n } replies added.
}
saved-new = New saved reply
saved-used = { $n ->
    [0] not used yet
    [one] used once
   *[other] used { $n } times
}
saved-edit = Edit { $title }
saved-edit-short = Edit
saved-remove = Remove { $title }
saved-remove-short = Remove
saved-up = Move { $title } up
saved-down = Move { $title } down
saved-kept = { $title } saved.
saved-removed = { $title } removed.
saved-title = Name in the list
saved-shortcut = Shortcut
saved-shortcut-help = What is typed after /. Letters, digits and hyphens.
saved-languages = Language of the text
saved-text = Text in { $language }
saved-text-help = { "{{first_name|there}}" } stands for the first name, or “there” where it is not known. What is not known and has no other word becomes a blank to fill in.
saved-variables = Put in what the desk knows
saved-preview = How it looks for an invented patient
saved-unknown = { $n ->
    [one] One blank has to be filled in each time.
   *[other] { $n } blanks have to be filled in each time.
}
saved-problem-title = Give it a name of up to 80 characters.
saved-problem-shortcut = Up to 30 letters, digits and hyphens.
saved-problem-text = Write a text in at least one language, up to 4,000 characters.
saved-problem-too-many = There are 500 saved replies already. Remove some first.

error-blank-unfilled = Not sent: a blank is still empty. Fill it in and send again.
