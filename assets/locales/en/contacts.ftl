### Contacts from a file, and the list of patients as one.

contacts-title = Import contacts
contacts-import = Import contacts
contacts-export = Export list
contacts-exported = The list is saved as { $path }. It holds patients’ data in clear.
contacts-explain = Take patients over from another program: a table (CSV) or vCards. You see everything before anything is written, and the whole import can be undone.
contacts-choose = Choose a file
contacts-choose-other = Choose another file
contacts-earlier = Earlier imports
contacts-columns = Say what each column is. The letters were read as { $encoding }.
contacts-cards = A file of vCards, read as { $encoding }.
contacts-column = Column { $n }
contacts-no-name = Say which column holds the name. If there is only one column, the file was saved with another separator: save it again with commas.
contacts-sample = The first rows
contacts-empty = There are no rows in this file. Choose another one.
contacts-line = Line { $line }
contacts-check = Look at all rows
contacts-looking = Looking at row { $rows } … Nothing is written yet.
contacts-doubles = Here already, or perhaps
contacts-wrong = Rows that are left out
contacts-wrong-next = Put these rows right in the file and open it once more. Whoever is here by then is left as they are.
contacts-back = Back to the columns
contacts-running = Row { $rows } of { $all }
contacts-stop = Stop here
contacts-undo = Undo this import
field-skip = Leave out
field-name = Whole name
field-given-name = Given name
field-family-name = Family name
field-preferred-name = Likes to be called
field-birth-date = Date of birth
field-language = Language
field-phone = Phone
field-email = E-mail
field-postal = Address
field-other = Other
field-note = Note
row-no-name = There is no name.
row-birth-date = The date of birth cannot be right.
row-email = The e-mail address is none.
row-phone = The phone number cannot be read.
row-too-long = There is more in it than a card can hold.
row-broken = Letters were lost. Save the file as UTF-8 in the other program.
row-cells = Its cells do not fit the columns.
row-cut-short = The file ends in the middle of it.
row-too-shared = It has a number or e-mail address that stands on 50 cards already, so it is nobody’s own. Take it out of the row.
double-same-person = Here already as { $name }: left out
double-in-file = Stands in the file twice: left out
double-same-contact = Shares a number or address with { $name }: taken over
double-same-name = Has the same name as somebody here: taken over
contacts-earlier-one = { $n ->
     [one] One patient
    *[other] { $n } patients
}
contacts-found = { $rows ->
     [one] One row was looked at. Nothing is written yet.
    *[other] { $rows } rows were looked at. Nothing is written yet.
}
contacts-good = { $n ->
     [one] One new patient
    *[other] { $n } new patients
}
contacts-possible = { $n ->
     [one] One of them could be somebody who is here. Look at it afterwards under Possible duplicates.
    *[other] { $n } of them could be somebody who is here. Look at them afterwards under Possible duplicates.
}
contacts-known = { $n ->
     [one] One is here already and is left as it is
    *[other] { $n } are here already and are left as they are
}
contacts-bad = { $n ->
     [one] One row is left out because something is wrong with it
    *[other] { $n } rows are left out because something is wrong with them
}
contacts-take = { $n ->
     [one] Import one patient
    *[other] Import { $n } patients
}
contacts-done = { $n ->
     [one] Done: one new card.
    *[other] Done: { $n } new cards.
}
contacts-stopped = { $n ->
     [one] Stopped. One card was made by then.
    *[other] Stopped. { $n } cards were made by then.
}
contacts-known-done = { $n ->
     [one] One was here already.
    *[other] { $n } were here already.
}
contacts-bad-done = { $n ->
     [one] One row was left out.
    *[other] { $n } rows were left out.
}
contacts-undone = { $n ->
     [one] The import is undone: one card is gone.
    *[other] The import is undone: { $n } cards are gone.
}
contacts-stayed = { $n ->
     [one] One stays because somebody has worked with it since.
    *[other] { $n } stay because somebody has worked with them since.
}
