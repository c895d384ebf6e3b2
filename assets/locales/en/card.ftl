### The patient card.

pane-card = Patient card
card-close = Close the card
card-nobody = { $channel }, on no patient’s card
card-unknown = Nobody has said yet who this is.
patient-since = patient since { $year }
patient-born = { $date }, { $age } · { $since }
patient-name = Name
patient-birth-date = Date of birth
patient-language = Language
patient-language-unknown = Not known
patient-note = Desk note
patient-note-none = None
patient-edit = Edit
patient-create = Make a patient card
reaches-us-by = Reaches us by
identity-first = Card made from this, { $day }
identity-linked-by = Linked by { $by }, { $day }. Can be undone.
identity-linked = Linked, { $day }. Can be undone.
identity-unlinked = Not linked to anybody
identity-last-wrote = Last wrote { $time }
identity-opted-out = No messages wanted
identity-unlink = Unlink
identity-open = Open the conversation with { $address }
who-could-it-be = Who could it be
could-also-be = Could also be
could-be-same-number = The same number on { $channel }
could-be-same-name = The same name on { $channel }
link-to = Link to { $name }
link-promise = Nothing is linked until you press Link, and a link can be undone.
linked = Linked to { $name }.
unlinked = The link was undone.
calls = Calls
calls-recent = { $n ->
    [one] 1 call with this number
   *[other] { $n } calls with this number
}
