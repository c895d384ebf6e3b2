### The conversation: its head, messages, files and calls.

pane-conversation = Conversation
choose-conversation = Choose a conversation.
conversation-failed = This conversation could not be opened
conversation-failed-safe = It is still stored safely.
back-to-list = Back to the list
card = Card
call = Call
calling-desk = Your desk phone rings. Pick it up to be put through.
calling-patient = Ringing { $name }
calling-talking = Talking with { $name }
done = Done
reopen = Take up again
undo = Undo
not-linked = not linked to a patient yet
may-be-incomplete = Possibly incomplete: no news from { $channel } since { $time }.
timeline = Conversation with { $name }
show-earlier = Show earlier messages
show-later = Show later messages
gap-before = Messages from before { $time } may be missing.
no-messages-yet = No messages yet.
jump-newest = Newest
jump-new = New message
waiting-for = waiting { $span }

message-ours = We wrote, { $time }
message-theirs = The patient wrote, { $time }
taken-back = Taken back by the patient, { $time }
unsupported = Something Anteroom cannot show yet
unsupported-kept = It is kept. Look at it in the channel’s own app. (Kind: { $kind })
location = A place
shared = A shared post
story-mention = Mentioned you in a story
story-reply = Answered your story
reactions = Reactions
reaction-theirs = The patient reacted with
quote-of = Answers { $who }:
quote-us = us
quote-them = the patient
quote-without-words = A message without words
note-by = Note by { $by }
note-by-at = { $by }, { $time }
note-staff-only = Only staff see this

origin-elsewhere = Sent from { $channel } by the practice
origin-automation = Sent by an automation of { $channel }
origin-template = { $name }, template “{ $template }”

## Files

kind-image = Photo
kind-audio = Voice note
kind-video = Video
kind-file = File
kind-sticker = Sticker
file-kind-size = { $kind }, { $size }
file-save = Save
file-saved = Saved as { $path }
file-play = Play
file-waiting = Will be fetched in a moment.
file-retrying = Could not be fetched. Next try at { $time }.
file-retrying-until = Could not be fetched. Next try at { $time }, possible until { $until }.
file-gone = It can no longer be fetched from the channel.
file-not-kept = Too big to keep, or the channel forbids it. Look at it in the channel’s own app.
picture-open = { $name }, show larger
picture-shrink = { $name }, show smaller
picture-broken = This picture could not be shown. It is still stored.
player-play = Play
player-pause = Pause
player-speed = Speed, now { $speed } times
player-place = Place in the recording
player-place-of = { $at } of { $of }
player-failed = This recording could not be played. It is still stored.

## Calls

call-in-ongoing = Call going on
call-in-answered = Call answered
call-in-missed = Missed call
call-in-busy = Missed call, we were busy
call-in-no-answer = Missed call
call-in-failed = Call did not get through
call-in-cancelled = Caller gave up
call-out-ongoing = Calling
call-out-answered = We called
call-out-missed = We called, no answer
call-out-busy = We called, busy
call-out-no-answer = We called, no answer
call-out-failed = Our call did not get through
call-out-cancelled = We gave up calling
call-by = by { $by }
call-rang = rang { $span }
call-not-recorded = not recorded
call-no-message = no message
call-back = Call back
recording-coming = The recording is being fetched.
recording-silent = Nothing was said.
recording-deleted = Deleted at Twilio
recording-deleted-on = Deleted at Twilio on { $day }
recording-delete = Delete at Twilio…
recording-delete-title = Delete this recording at Twilio?
recording-delete-words = Twilio deletes its copy for good. The copy on this computer stays and can still be played, and the machine transcript stays too.
recording-delete-only-copy = From then on the copy in this clinic’s data is the only one.
recording-delete-keep = Keep it there
recording-delete-go = Delete at Twilio
recording-delete-done = Deleted at Twilio. The copy here stays.
transcript-machine = Machine transcript
transcript-jump = Play from { $at }
transcript-unsure = The machine was not sure about this.

## Sending, one life

state-leaving = Leaves in { $n } s
state-queued-turn = Queued, leaves in a moment
state-queued-network = Queued, leaves when we are online
state-queued-earlier = Queued behind an earlier message
state-queued-provider = Queued, the channel asked us to wait
state-queued-sign-in = Queued until somebody signs in again
state-queued-until = Queued, next try at { $time }
state-sending = Sending
state-accepted = Accepted
state-delivered = Delivered
state-read = Read
state-overdue = No delivery receipt since { $time }. It may not have arrived.
state-unknown = { $provider } did not answer at { $time }. It may or may not have been sent.
state-unknown-checking = Looking at { $provider } for this message.
state-held = Held back at { $time }, not sent.
state-failed = Not delivered.
take-back = Take back
it-arrived = It arrived
send-again = Send again
use-template = Use a template
edit-words = Edit and send anew
discard = Discard

held-window-closed = The time to reply freely on { $channel } was over.
held-opted-out = This person asked for no more messages on { $channel }.
held-account-gone = The account for { $channel } is no longer connected.
held-does-not-fit = It does not fit what { $channel } takes.
held-attachment-gone = Its file can no longer be read.
held-not-sent = We looked at { $provider } and it was not there.

failed-outside-window = The time to reply freely on { $channel } was over.
failed-late-reply-refused = { $channel } did not take a reply this late. Either Meta has not approved late replies for your app, then switch them off under Settings, or the 7 days are over. Call, or wait until the patient writes.
failed-opted-out = This person asked for no more messages on { $channel }.
failed-unreachable = { $channel } cannot reach this address.
failed-unavailable = This person cannot receive messages at the moment.
failed-content-refused = { $provider } refused its content or size. Change or shorten it.
failed-template-refused = { $provider } refused the template. Choose another.
failed-sign-in-needed = { $provider } asks you to sign in again. Do that under { nav-settings }, { settings-accounts }, then send it anew.
failed-missing-right = A right at { $provider } is missing. Sign in again under { nav-settings }, { settings-accounts } and allow it, then send it anew.
failed-account-restricted = { $provider } does not let your account send this: something has to be set up or approved there, or the account is restricted. Look at { $provider }, or ask the person who looks after the account.
failed-provider-down = { $provider } was unwell for too long. Send it anew later, or call.
failed-rate-limited = Too many messages went out at once. Wait a few minutes, then send it anew.
failed-refused = { $provider } refused it for a reason that we do not know. Try other words or another way.
failed-code = code { $code }

## Said to screen readers only

said-leaving = On its way. It can be taken back for a few seconds.
said-taken-back = Taken back into the reply field.
said-arrived = { $name } wrote: { $words }
said-something = something without words
said-window-last = A quarter of an hour left to reply.
said-window-closed = The time to reply freely is over.

## Addresses in messages

link-title = Open this address?
link-leads-to = It leads to
link-disguised = This name is spelled with letters of another alphabet, shown here as the network reads them. It may only look like a name you know.
link-not-encrypted = What you enter there can be read on the way.
link-stay = Stay here
link-open = Open in the browser
toasts = Short notices
