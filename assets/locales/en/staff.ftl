### The people at the desk: who sits there, who else is on a conversation, what one shift leaves the next.

queue-mentioned = Mentions
empty-mentioned = No note waits for you.

# Another person takes this computer over; nobody signs in or out.
staff-sit-down = Switch
staff-sit-down-as = Switch to { $name }
staff-sit-down-whom = { staff-sit-down }: { $name }
staff-on-desk-is = On the desk: { $name }
staff-more = { $n ->
    [one] 1 more person
   *[other] { $n } more people
}
staff-here-now = { $name } is here now.
staff-not-kept = What you typed could not be kept yet, so nobody was switched. Make room on the disk and try again.

## The page of the people in the settings

settings-people = People
    .words = Who sits at this desk
staff-intro = Everything is written down under the name of whoever sits at the desk. Each person has drafts of their own.
staff-edit = Edit
staff-edit-whom = Edit { $name }
staff-leave = Has left
staff-leave-whom = { $name } has left
staff-left = { $name } has left. What they wrote stays theirs.
staff-return = Works here again
staff-return-whom = { $name } works here again
staff-add = Add somebody
staff-gone = No longer here
    .words = They stay the authors of what they wrote.
staff-gone-since = since { $day }
staff-name = Name
staff-name-missing = Type a name.
staff-name-taken = Somebody here has this name already. Add a second name or a letter.
staff-initials = Initials
staff-initials-help = Left empty, they come from the name.
staff-initials-long = Three letters at most.
staff-colour = Colour
staff-colour-1 = Blue
staff-colour-2 = Green
staff-colour-3 = Ochre
staff-colour-4 = Rose
staff-colour-5 = Teal
staff-colour-6 = Violet

## Who else is on a conversation

others-here = Who else is on this
other-writing = { $name } is writing
other-began = { $name } began an answer
other-looked = { $name } opened this { $time }
began-writing = { $name } is writing an answer.
began-today = { $name } began an answer at { $time }.
# $time is a day, perhaps with an hour.
began-earlier = { $name } began an answer ({ $time }).
take-over = Take over
take-over-use = Put into my answer
take-over-not = Leave it
take-over-stays = { $name } keeps these words too.
take-over-files = { $n ->
    [one] 1 file stays with { $name }.
   *[other] { $n } files stay with { $name }.
}
took-over = The words of { $name } are in your answer.

## From shift to shift

handover-title = From shift to shift
handover-unread = { $n ->
    [one] 1 unread note from the shift before
   *[other] { $n } unread notes from the shift before
}
handover-write = Write for those who come after you
handover-keep = Leave note
handover-stays = Notes stay here; nobody’s words are removed.
handover-before = Left before
handover-none = Nothing was left yet.
handover-from = Note from { $name }, { $time }
handover-tick = Tick off
handover-ticked = Ticked off.
handover-left = The note waits for those who come after you.
handover-more = { $n ->
    [one] 1 more note
   *[other] { $n } more notes
}
handover-arrived = { $n ->
    [one] A note from an earlier shift
   *[other] { $n } notes from earlier shifts
}

## Names in notes

mention-list = People to mention
mention-offered = { $n ->
    [one] 1 person. Arrows choose, Enter takes.
   *[other] { $n } people. Arrows choose, Enter takes.
}
