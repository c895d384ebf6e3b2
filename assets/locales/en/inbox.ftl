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
list-all-incomplete = Possibly incomplete since { $time }
filter-channel = Channel
channels-all = All channels
order-longest = Longest wait first
order-newest = Newest first
group-waiting = Waiting for an answer
group-not-sent = Not sent
group-not-sent-unclear = Not sent, or not certain
empty-waiting = All answered.
empty-not-sent = Nothing is stuck.
empty-done = Nothing marked done yet.
empty-all = No conversations yet.

mark-unopened = not opened
mark-opened = opened, nobody answered
mark-not-sent = not sent
mark-unclear = may not have been sent
mark-queued = answered, not sent yet
mark-answered = answered
mark-done = done
row-waiting = waiting { $span }
row-left = { $span } left to reply
row-queued = Queued
draft = Draft
draft-begun = draft begun
reason-not-linked = Not linked yet
reason-missed = Missed call
reason-not-sent = { $n ->
    [one] Not sent
   *[other] { $n } not sent
}
reason-unclear = { $n ->
    [one] May not have been sent
   *[other] { $n } may not have been sent
}
reason-failed = { $n ->
    [one] Not delivered
   *[other] { $n } not delivered
}
reason-because = { $what }: { $why }
stuck-window = time to reply ended
stuck-opted-out = opted out
stuck-account = trouble with the account
stuck-content = content not accepted
stuck-file = file unreadable
stuck-person = cannot be reached
stuck-channel = the channel did not take it

preview-ours = You:
preview-file = { $kind }:
preview-note = Note:
preview-story = Story or shared post
preview-taken-back = Message taken back
preview-voicemail = Voicemail { $length }
preview-voicemail-said = Voicemail { $length }.
preview-quoted = “{ $words }”

split-list = Width of the list
split-card = Width of the patient card
