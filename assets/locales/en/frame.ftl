### The frame of the window: navigation, status bar, times, and words that appear everywhere.

# Shown in the title of the system's window. $n people wait.
window-title = { $n ->
    [0] { $clinic }
   *[other] { $clinic }, { $n } waiting
}
nav-main = Main
nav-queues = Queues
nav-inbox = Inbox
nav-settings = Settings
nav-on-desk = On the desk
nav-you = { $name }, you
search-open = Search or jump
search-short = Search
comma = { ", " }
close = Close
cancel = Cancel
save = Save
try-again = Try again
start-failed = Anteroom could not start

channel-instagram = Instagram
channel-whatsapp = WhatsApp
channel-sms = SMS
channel-phone = Phone

queue-waiting = Waiting
queue-not-sent = Not sent
queue-done = Done
queue-all = All

demo-title = Demo clinic
demo-text = Everybody here is invented.
demo-remove = Remove demo
demo-removed = The demo clinic is gone.

## Times

day-today = Today
day-yesterday = Yesterday
span-now = now
span-seconds = { $n } s
span-minutes = { $n } min
span-hours = { $n } h
span-hours-minutes = { $h } h { $m } min
span-minutes-seconds = { $m } min { $s } s
span-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
size-bytes = { $n } B
size-kilobytes = { $n } KB
size-megabytes = { $n } MB

## Status bar

status-bar = What is up to date
status-no-accounts = No channel is connected yet
status-starting = Asking the channels for the first time
status-spoken-up-to-date = Up to date
status-spoken-catching-up = Catching up
status-up-to-date = Up to date { $time }
status-catching-up = Catching up, { $done } so far. You can work meanwhile.
status-offline = Working offline since { $time }
status-behind = { $channel } behind since { $time }
status-behind-never = { $channel } has not been reached yet
status-sign-in = { $channel } asks you to sign in again
status-connect = Connect one
status-fix = Fix
status-sign-in-act = Sign in
status-waiting = { $n } waiting, longest { $span }
status-nobody-waiting = Nobody waiting
status-queued = { $n ->
    [0] Nothing queued
    [one] { $n } reply queued
   *[other] { $n } replies queued
}
status-channel-checked = { $channel } { $time }, last checked
status-channel-behind = { $channel }, behind
status-channel-behind-since = { $channel } { $time }, behind since then
status-channel-off = { $channel }, not asked
status-disk-full = The disk is full. New messages cannot be kept until there is room.
status-disk-read-only = The clinic’s folder cannot be written. New messages cannot be kept.
status-disk-gone = The clinic’s folder is gone. Connect the disk again; nothing is deleted.

## After a disk lost something

lost-changes = { $n ->
    [one] This disk lost the last change. It is being fetched again where a provider still has it. Look through Not sent before you write.
   *[other] This disk lost the last { $n } changes. They are being fetched again where a provider still has them. Look through Not sent before you write.
}
lost-changes-read = I have read this
