### The dock: reply, note, template.

dock-tools = Ways to answer
dock-reply = Reply
dock-note = Note
dock-template = Template
reply-to = Write to { $name }
reply-closed = Writing freely is not possible now
send = Send
send-template = Send template
attach = Attach
files = Files that go along
file-drop = Remove { $name }
file-adding = Adding a file
file-too-big = { $name } is too big. { $channel } takes up to { $most }.
file-kind-refused = { $channel } does not take files like { $name }.
quoting = Answers a message of the patient
quoting-words = Answers “{ $words }”
quote = Quote
quote-drop = Do not quote
left-characters = { $n ->
    [one] 1 character left
   *[other] { $n } characters left
}
left-bytes = Room for { $n } more bytes; accents and emoji count more than one
over-characters = { $n ->
    [one] 1 character too long
   *[other] { $n } characters too long
}
over-bytes = Too long by { $n } bytes; accents and emoji count more than one

window-left = { $span } left
window-closed = closed { $time }
window-never = no message from them yet
window-none = no time limit
window-human = Only replies written by a person are allowed now.

note-write = Write a note for staff
note-keep = Keep note

closed-template = { $name } has not written for 24 hours, so { $channel } only allows an approved template.
closed-template-then = Free writing opens again the moment they answer.
closed-wait = { $name } has not written for a while, so { $channel } allows no message now.
closed-wait-then = Writing opens again the moment they write. You can still reach them on another channel.
closed-opted-out = This person asked for no more messages on { $channel }.
closed-opted-out-then = Nothing can be sent here until they write START. A call is still possible where you have a number.
closed-disconnected = The account for { $channel } is no longer connected.
closed-disconnected-then = Connect it again under Settings to write here.

templates = Templates
templates-find = Find a template
templates-none = There is no approved template yet.
templates-none-then = Templates are made and approved in the channel’s own settings; they appear here afterwards.
templates-not-found = No template with “{ $words }”.
templates-read = List read { $time }
template-utility = Utility
template-marketing = Marketing
template-authentication = Code
template-paused = Paused
template-rejected = Rejected
template-pending = Waiting for approval
template-not-allowed = May not be sent
template-preview = What { $name } will see
template-blank = Blank { $n }
template-example = for example { $example }
template-missing = { $n ->
    [one] One blank is still empty.
   *[other] { $n } blanks are still empty.
}
