### Replies that leave later: the menu beside Send, choosing a time, and what waits for one.

day-tomorrow = Tomorrow
time-on-day = { $day }, { $time }

send-more = More ways to send
send-snooze = Send and put aside until they answer
send-later = Schedule…
key-schedule = Schedule the reply

schedule-title = Schedule
schedule-when = When should it leave?
schedule-example = “tue 3pm”, “tomorrow 8:00”, “in 2 hours”
schedule-times = Times to choose from
schedule-not-read = Not understood as a time. Try “tue 3pm” or “25.11. 9:00”.
schedule-go = Schedule for { $time }
schedule-unless = Not if { $name } writes or rings first
schedule-open = { $channel } is open until { $until }.
schedule-no-limit = { $channel } has no time limit.
schedule-template = { $channel } closes { $until }. At this time only an approved template can go.
schedule-closed = { $channel } closes { $until }. At this time nothing can be sent, unless they write before.
schedule-never = They have not written yet, so { $channel } allows no free writing.
schedule-use-template = Choose a template

time-choice-later-today = Later today
time-choice-next-opening = When we open
time-choice-tomorrow = Tomorrow morning
time-choice-in-two-days = In two days
time-choice-next-week = Next week
time-choice-in-a-week = In a week
time-choice-in-a-month = In a month

leaves-at = Leaves { $time }
leaves-at-drop = Send it now instead
said-scheduled = Scheduled for { $time }.
said-unscheduled = Not scheduled any more.

state-scheduled = Scheduled for { $time }
state-scheduled-unless = Scheduled for { $time }, unless they write or ring first
scheduled-edit = Edit
scheduled-now = Send now
scheduled-move = Change time
scheduled-another = Choose another time
toast-unscheduled = Not scheduled any more. Its words are in the reply field.
toast-unscheduled-template = The template is not scheduled any more.

held-missed-time = It was to leave { $due }. This computer was off or offline then.
held-patient-wrote = It was to leave { $due }, unless they wrote or rang first, and they did.
stuck-time = missed its time
stuck-wrote = they wrote or rang first

queue-scheduled = Scheduled
empty-scheduled = No reply waits for its time.
mark-scheduled = answered, and the answer waits for its time
