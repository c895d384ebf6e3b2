### The list of conversations.

pane-list = List: { $queue }
list-waiting = { $n ->
    [one] 1 person, waiting { $span }
   *[other] { $n } people, longest { $span }
}
list-people = { $n ->
    [0] Nobody here
    [one] 1 conversation
   *[other] { $more ->
        [yes] { $n } and more conversations
       *[no] { $n } conversations
    }
}
list-checked = Last checked { $time }.
list-failed = The list could not be read
list-incomplete = { $channel } may be incomplete since { $time }
filter-channel = Channel
channels-all = All channels
order-longest = Longest wait first
order-newest = Newest first
group-waiting = Waiting for an answer
group-not-sent = Not sent
empty-waiting = All answered.
empty-not-sent = Everything was sent.
empty-done = Nothing marked done yet.
empty-all = No conversations yet.

mark-unopened = not opened
mark-opened = opened, nobody answered
mark-not-sent = not sent
mark-answered = answered
mark-done = done
row-waiting = waiting { $span }
row-left = { $span } left to reply
draft = Draft
draft-begun = draft begun
reason-new = New patient
reason-missed = Missed call
reason-window = Time to reply ended
reason-not-sent = { $n ->
    [one] Not sent
   *[other] { $n } not sent
}

preview-ours = You: { $words }
preview-file-words = { $kind }: { $words }
preview-note = Note: { $words }
preview-story = Story or shared post
preview-taken-back = Message taken back
preview-voicemail = Voicemail { $length }
preview-voicemail-words = Voicemail { $length }. “{ $words }”

split-list = Width of the list
split-card = Width of the patient card
