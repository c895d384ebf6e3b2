### The screens beside the inbox: setting up, locked, settings, search.

provider-instagram = Instagram
provider-twilio = Twilio

## Setting up

setup-steps = Steps of setting up
setup-step-done = Done
setup-step-practice = Your practice
    .words = Name, country, time zone
setup-step-practice-at = { $name }, { $place }
setup-step-recovery = Recovery code
    .words = One page for the safe
setup-step-recovery-done = Printed and checked
setup-step-channels = Channels
    .words = Instagram, WhatsApp, SMS, phone
setup-step-channels-count = { $n ->
    [0] None connected yet
    [one] One account connected
   *[other] { $n } accounts connected
}
setup-step-ready = Ready
    .words = Open the desk
setup-channel-connected = connected
setup-channel-not-found = not on this account
setup-channel-now = connecting
setup-channel-next = next
setup-channel-later = later

setup-only-looking = Just having a look?
setup-only-looking-words = A demo clinic with invented patients opens at once and goes away with one click.
setup-open-demo = Open the demo clinic
setup-bar-encrypted = Encrypted on this computer
setup-bar-nothing-yet = Nothing is stored yet, and nothing has been sent to anybody
setup-back = Back
setup-later = Leave it for later
setup-next-recovery = Continue to the recovery code
setup-next-make = Set up the clinic
setup-next-twilio = Continue to WhatsApp, SMS and phone
setup-next-ready = Continue
setup-open-desk = Open the desk

setup-title-practice = Your practice
setup-lead-practice = Four things Anteroom has to know. They stay on this computer.
setup-title-recovery = Recovery code
setup-lead-recovery = Your patients’ messages are locked with a key that only this computer has. This code is the spare key.
setup-title-instagram = Connect Instagram
setup-lead-instagram = What people write to your practice on Instagram comes in here, and your answers leave from here.
setup-title-twilio = Connect WhatsApp, SMS and phone
setup-lead-twilio = All three run through your practice’s own Twilio account, so one key connects them together.
setup-title-ready = Ready
setup-lead-ready = This is how it stands. Everything can be changed later under { nav-settings }.

setup-clinic-name = Name of the practice
setup-clinic-name-help = As patients know it. It also stands on the page with the recovery code.
setup-clinic-name-missing = Write the name of the practice.
setup-country = Country
setup-country-help = Telephone numbers without a country code are read as numbers of this country.
setup-country-missing = Choose a country.
setup-choose = Choose…
setup-zone = Time zone
setup-zone-help = All times in Anteroom are times of the practice.
setup-zone-near = In this country
setup-zone-others = Elsewhere
setup-staff-name = Your name
setup-staff-name-help = Colleagues see it beside notes and replies. Patients do not.
setup-staff-name-missing = Write your name.

## Recovery code

recovery-code = Recovery code
recovery-print = Print the page
recovery-printed = I have it on paper
recovery-by-hand = No printer? Copy the { $n } groups by hand. There is no letter O, I, L or U in them.
recovery-prove = Look at your paper and type these two groups. Capitals and dashes do not matter.
recovery-group = Group { $n }
recovery-group-wrong = That is not what the paper says. Look once more.
recovery-show-again = Show the code again
recovery-what = What this code is for
recovery-what-1 = It opens your data when the key is gone
    .words = A new computer, a repaired disk, a reset of the system’s key store: then nothing else opens the clinic.
recovery-what-2 = It is made by chance, here
    .words = 256 random bits, made on this computer a moment ago. It was sent to nobody, and it is not a password you could forget.
recovery-what-3 = Keep it where you keep the practice’s papers
    .words = In the safe or with the deeds, not beside the computer and not as a photo on a telephone.
recovery-what-4 = Nobody can make it again
    .words = Not us either. If both this computer and the paper are lost, so are the messages.
recovery-help = Type it from the paper. Capitals, spaces and dashes do not matter.
recovery-count = { $n } of { $of } characters
recovery-length = The code has { $of } characters, here are { $n }. Compare it with the paper group by group.
recovery-stray = “{ $letter }” is in no recovery code. Compare it with the paper.

sheet-title = Recovery code for Anteroom
sheet-what = This code opens the encrypted patient messages of the practice when the computer that holds the key cannot.
sheet-use = When you need it
sheet-use-words = Start Anteroom. When it says that the data cannot be opened, choose “{ locked-use-code }” and type the { $n } groups in their order.
sheet-keep = How to keep it
sheet-keep-words = Lock it away with the practice’s papers. Whoever has this page and a copy of the data can read everything. Nobody can replace it, so write down who keeps it.
sheet-kept-by = Kept by

## Connecting

path-label = Messages travel between { $provider } and this computer, encrypted. They pass no server of ours.
path-provider = has its own copy
path-encrypted = encrypted both ways
path-here = This computer
path-here-words = stored encrypted
path-nothing = nothing goes beyond
path-no-server = No server of ours
path-no-server-words = nobody else reads along

connect-how-instagram = Get a token
connect-how-instagram-1 = Open developers.facebook.com in your browser and sign in with the account that looks after the practice’s Instagram.
connect-how-instagram-2 = Choose the practice’s app, or create one of the kind Business. Then open Instagram, API setup with Instagram login.
connect-how-instagram-3 = Under Generate access tokens, add the practice’s Instagram account and press Generate token. Allow the two rights described below.
connect-how-instagram-4 = Copy the token and paste it here. From then on Anteroom renews it by itself.
connect-how-twilio = Make a key
connect-how-twilio-1 = Sign in at console.twilio.com. The Account SID stands on the first page, under Account Info.
connect-how-twilio-2 = Open Account management, API keys & tokens, and press Create API key. Give it the name Anteroom and the type Standard.
connect-how-twilio-3 = Copy the SID of the key and its secret. Twilio shows the secret only this once.
connect-token = Token
connect-token-help = A long line of letters and digits that begins with IG.
connect-token-missing = Paste the token first.
connect-account-sid = Account SID
connect-key-sid = SID of the key
connect-secret = Secret of the key
connect-secret-help = It goes into the encrypted store of this computer and nowhere else.
connect-secret-missing = Paste the secret of the key.
connect-sid-shape = It begins with { $start } and has 34 characters. Copy it once more.
connect-checking = Asking…
connect-go = Check and connect { $provider }
connect-done = { $account } is connected. Messages arrive from now on, also while you go on here.
connect-take-back-instagram = You can end this at any time under { nav-settings }, { settings-accounts }. Anteroom then gives the right back to Instagram and deletes the token here. The messages stay with you.
connect-take-back-twilio = You can end this at any time under { nav-settings }, { settings-accounts }. Anteroom then deletes the key here and, if it may, at Twilio. The messages stay with you.
secret-show = Show what was pasted

rights-title-instagram = Two rights, and nothing beyond them
rights-title-twilio = What the key is used for
rights-never-instagram = Never asked for
rights-never-twilio = Never done with it
rights-never-instagram-1 = posting, liking, following, commenting
rights-never-instagram-2 = your followers and your private account
rights-never-instagram-3 = messages for advertising or for training any machine
rights-never-twilio-1 = buying numbers or giving them back
rights-never-twilio-2 = changing where your calls are put through
rights-never-twilio-3 = looking at bills, cards or other users
right-see-own-account = See your own account
    .words = Its name, picture and number, so that you can tell that it is the right one.
right-read-and-answer-messages = Read and answer direct messages
    .words = Only the conversations with your account.
right-text-messages = Read and send texts and WhatsApp messages
    .words = Over your own numbers, with pictures and approved templates.
right-calls = See calls and place them
    .words = Lists calls, fetches voicemail with its transcript, and rings your desk telephone when you call somebody.

checks-title = Four checks
check-state-waiting = Not checked yet
check-state-asking = Being checked
check-state-ok = Fine
check-state-switch = Something has to be switched on
check-state-refused = Refused
check-again = Check again
checked-at = checked { $time }
checked-again = checked { $time }, again in { $n } s
check-instagram-account = Professional account
    .words = { $state ->
        [ok] { $account }
        [asking] Asking Instagram whose token this is.
       *[other] Waits for the token.
    }
check-instagram-rights = { $state ->
        [switch] A right is missing
        [ok] Both rights are granted
       *[other] The two rights
    }
    .words = { $state ->
        [ok] Read messages, and see your own account.
        [switch] Generate the token again and allow this as well:
       *[other] Comes after the account.
    }
check-instagram-reach = { $state ->
        [switch] Instagram keeps messages from other tools
        [ok] Messages can be reached
       *[other] Access to messages
    }
    .words = { $state ->
        [ok] The switch in the Instagram app is on.
        [switch] Switch it on in the Instagram app on the practice’s telephone:
       *[other] A switch in the Instagram app has to be on.
    }
check-instagram-reach-way = Settings | Messages and story replies | Message controls | Connected tools | Allow access to messages
check-instagram-fetch = First messages
    .words = { $state ->
        [ok] The newest messages are here.
        [asking] Fetching them. You can go on meanwhile.
       *[other] Comes last and takes about a minute.
    }
check-instagram-refused = Instagram does not accept this token. Generate a new one and paste all of it.
check-twilio-account = Account and key
    .words = { $state ->
        [ok] { $account }
        [asking] Asking Twilio whether they fit together.
       *[other] Waits for the three values.
    }
check-twilio-rights = { $state ->
        [switch] The key may not do everything
        [ok] The key may do what it has to
       *[other] What the key may do
    }
    .words = { $state ->
        [ok] Texts, WhatsApp and calls.
        [switch] Make a key of the type Standard. This one lacks:
       *[other] Comes after the key.
    }
check-twilio-reach = { $state ->
        [ok] Channels and numbers
        [switch] No number was found
       *[other] Channels and numbers
    }
    .words = { $state ->
        [ok] Found on this account:
        [switch] The account has no number yet. Get one in the Twilio console, then check again.
       *[other] Shows what this account can carry.
    }
check-twilio-fetch = First messages and calls
    .words = { $state ->
        [ok] The newest messages and calls are here.
        [asking] Fetching them. You can go on meanwhile.
       *[other] Comes last and takes about a minute.
    }
check-twilio-refused = Twilio does not accept these values together. Look at all three once more; the secret belongs to the SID of the key.
check-fetch-running = { $done ->
    [one] One message so far. You can go on meanwhile.
   *[other] { $done } messages so far. You can go on meanwhile.
}

## Ready

ready-practice = { $name } is at the desk.
ready-recovery = Recovery code
    .words = On paper and checked. Now put the page where it belongs.
ready-instagram = Instagram
ready-twilio = WhatsApp, SMS and phone
ready-connected = { $account } is connected.
ready-later = Not connected yet. You find it under { nav-settings }, { settings-accounts }.

## Locked

locked-use-code = Use the recovery code
locked-open = Open the clinic
locked-trying = Trying…
locked-still = { $n ->
    [one] Still the same.
   *[other] Still the same after { $n } tries.
}
locked-help = What can I do?
locked-safe = Your data is still on this computer, encrypted, and nothing of it is shown here.
locked-keychain-locked = The system’s key store is locked
    .words = The key to your clinic lies in it, so Anteroom has to wait until it is open.
    .help = Sign out of the computer and sign in again. That usually opens the key store. | Press “{ try-again }” and type the password if the system asks for it. | If the password of the computer was changed by somebody else, the key store may still want the old one. | If nothing helps, use the recovery code and choose a pass-phrase.
locked-keychain-missing = This computer has no key store
    .words = Anteroom keeps the key to your clinic in the system’s key store, and there is none at the moment.
    .help = On Linux, ask whoever looks after the computer to start a Secret Service such as GNOME Keyring or KWallet. | On Windows and macOS, restart the computer and try again. | With the recovery code and a new pass-phrase you can open the clinic now.
locked-key-missing = The key to your clinic is not in the key store
    .words = The data is here, but the key is not. This happens after the system was set up anew, or when the data was copied from another computer.
    .help = Are you signed in as the person who set up Anteroom? Every user of the computer has a key store of their own. | Fetch the page with the recovery code and choose “{ locked-use-code }”. | Without the page, the computer on which Anteroom was set up still has the key.
locked-wrong-key = The key in the key store does not fit
    .words = There is a key, but it belongs to other data, for example to a clinic that was set up later.
    .help = Was the clinic’s folder copied here from another computer? Then this computer has another key. | Use the recovery code that belongs to this clinic. The name of the practice stands on its page.
locked-database-from-newer-version = A newer Anteroom was here
    .words = The data was last written by a newer version. This older one leaves it alone, so that nothing breaks.
    .help = Install the newest version of Anteroom and start it again. | Do several computers use this folder? Bring them all to the same version.
locked-database-damaged = The data is damaged
    .words = Anteroom cannot read the file with your messages. It has put the file aside and changed nothing in it.
    .help = Do not delete anything in the clinic’s folder. | Is there a copy of the clinic’s folder from an earlier day? Ask whoever looks after the computer. | Have the disk checked. Damage like this often announces a failing disk. | What is still at Instagram and Twilio can be fetched again.
locked-already-open = This clinic is open already
    .words = Another Anteroom on this computer has it open, and two at once could get in each other’s way.
    .help = Look for another Anteroom window, also at other users who are signed in. | If there is none, restart the computer and try again.
locked-folder-not-local = The clinic’s folder is not on this computer
    .words = It lies on a network drive or in a folder that is synchronised to the internet. Databases break there, so Anteroom does not open it.
    .help = Ask whoever looks after the computer to move the folder to a disk of this computer. | Take the folder out of OneDrive, iCloud, Dropbox and the like.
locked-folder-read-only = The clinic’s folder cannot be written
    .words = Anteroom may read it but not write to it, so new messages could not be kept.
    .help = Ask whoever looks after the computer for the right to write to the folder. | Is the disk full of errors or protected against writing? Have it checked.
locked-disk-full = The disk is full
    .words = There is no room left even for opening the clinic. Nothing is lost.
    .help = Empty the bin and delete large files that are not needed. | Then press “{ try-again }”. A gigabyte is enough to go on.
locked-other = Your data cannot be opened at the moment
    .words = Something unexpected is in the way. Nothing was changed.
    .help = Try again. | Restart the computer. | If it stays like this, ask whoever looks after the computer, and do not delete anything in the clinic’s folder.

## Settings

settings-title = Settings and privacy
settings-accounts = Channels
    .words = Accounts and how fresh they are
settings-look = Look
    .words = Light, rows, letters, language
settings-sending = Sending and calling
    .words = Time to take back, desk telephone
settings-notifications = Notifications
    .words = What the room may see
settings-network = Network
    .words = Whom this computer talked to today
settings-demo = Demo clinic
    .words = Remove the invented patients
settings-keys = Keys
    .words = Everything without the mouse
settings-about = About
    .words = Version and licences

accounts-none = No channel is connected. Messages arrive once you connect one.
accounts-add = Connect another
accounts-add-instagram = Direct messages, with a token
accounts-add-twilio = WhatsApp, SMS and calls, with one key
accounts-connect-title = Connect { $provider }
accounts-sign-in-title = Sign in to { $account } again
accounts-back = All channels
accounts-finished = Done
account-since = since { $day }
account-works = Works
account-behind = Behind
account-ends-soon = Sign-in ends soon
account-needs-sign-in = Sign in again
account-sign-in-instagram = Instagram no longer accepts the token, perhaps because the password was changed. Until you sign in again nothing arrives and nothing leaves. What is here stays.
account-sign-in-twilio = Twilio no longer accepts the key, perhaps because it was deleted there. Until you sign in again nothing arrives and nothing leaves. What is here stays.
account-expires = The sign-in ends on { $date } and could not be renewed. Sign in again before then, so that nothing is missed.
account-renews = Signed in until { $date }, renewed by itself
account-missing = Something that arrived here ({ $time }) could not be stored. Look at { $provider } to see what is missing here, and tell the person who looks after the computer. Signing in again takes this notice away.
account-rights = Rights
account-check-now = Check now
account-sign-in = Sign in again
account-disconnect = Disconnect…
account-asked = Asked { $time }
account-late = Late replies: 7 days instead of 24 hours
    .words = Only for replies that a person writes. Meta must have approved “Human Agent” for your practice’s app; without the approval Instagram refuses replies after 24 hours.
health-channel = Channel
health-state = State
health-last-message = Last message
health-last-check = Last check
health-gap = Oldest gap
health-up-to-date = Up to date
health-behind = Behind
health-catching-up = Catching up, { $done } so far
health-starting = Asked for the first time
health-off = Not asked
health-none = none yet
health-none-yet = none yet
health-no-gap = none
health-gap-since = since { $time }
health-gap-never = never reached
health-retry = Next try { $time }.
disconnect-what = What happens when you disconnect { $account }
disconnect-1-instagram = Anteroom asks Instagram to take the right back, and deletes the token from this computer.
disconnect-1-twilio = Anteroom deletes the key from this computer, and at Twilio too if Twilio lets it. Otherwise we say where you can.
disconnect-2 = Replies that have not left yet are held back. You see them under { queue-not-sent }.
disconnect-3 = All messages stay here and can be read and searched. New ones no longer arrive.
disconnect-4 = You can connect the account again at any time. What is still there is then fetched.
disconnect-keep = Keep it connected
disconnect-go = Disconnect { $account }
goodbye-title = { $account } is disconnected
goodbye-credential = The sign-in was deleted from this computer.
goodbye-credential-kept = The sign-in could not be deleted from this computer. Try once more.
goodbye-upstream-revoked = { $provider } has taken the right back.
goodbye-upstream-by-hand = { $provider } cannot be asked to take the right back.
goodbye-upstream-unreachable = { $provider } could not be reached, so the right may still stand there.
goodbye-by-hand-instagram = Remove it yourself on instagram.com: Settings, Website permissions, Apps and websites.
goodbye-by-hand-twilio = Delete it yourself at console.twilio.com: Account management, API keys & tokens.
goodbye-held = { $n ->
    [0] No reply was waiting to leave.
    [one] One reply was waiting. It is held back under { queue-not-sent }.
   *[other] { $n } replies were waiting. They are held back under { queue-not-sent }.
}
goodbye-stays = All messages are still here.

look-theme = Light
    .words = Paper by day, the same desk in the evening.
look-theme-system = As the system
look-theme-light = Light
look-theme-dark = Dark
look-density = Rows
    .words = How much room each conversation takes in the list.
look-density-compact = Compact
look-density-regular = Regular
look-density-roomy = Roomy
look-text = Letters
    .words = Everything grows with them.
look-text-normal = Normal
look-text-large = Large
look-text-largest = Largest
look-text-half = Half again
look-text-double = Double
look-language = Language
    .words = Of the window only. Patients are answered in the words you type.
look-language-system = As the system ({ $name })
look-single-keys = Single keys
    .words = R for reply, E for done and so on, whenever you are not writing. Switch it off if a dictation program types for you.
sending-undo = Time to take a reply back
    .words = A reply waits this long before it leaves. Until then Undo brings it back into the field.
sending-at-once = None
sending-phone = Telephone on the desk
    .words = When you call a patient, this telephone rings first. Patients see the practice’s number.
sending-phone-label = Number
sending-phone-problem = Write it with the country code, such as +44 20 7946 0158.
sending-phone-saved = Saved. Calls ring here first.
sending-phone-removed = Saved. No calls are placed from this desk.
notifications-new = Tell about new messages
    .words = The system shows “New message” or “Missed call” and how many. Several at once become one.
notifications-recording = Keep the window out of recordings
    .words = Screen recordings, shared screens and the system’s own memory of the screen show an empty window.
notifications-recording-linux = Windows and macOS can do this. Linux cannot yet; whoever records this screen sees the window.
notifications-why = Why there is never a name
    .words = Notifications lie open on the screen when nobody sits there, and the system keeps their words in a file that Anteroom cannot erase. So they say that somebody wrote, and neither who nor what.
network-lead = These are all the hosts that Anteroom talked to since midnight. Each belongs to an account that you connected, or to a sign-in that you tried. There is no other traffic.
network-none = Nothing went out or came in since midnight.
network-host = Host
network-purpose = What for
network-sent = Sent
network-received = Received
network-purpose-instagram-messages = Messages of
network-purpose-instagram-media = Pictures and voice messages of
network-purpose-twilio-messages = Texts, WhatsApp and calls of
network-purpose-twilio-media = Pictures and recordings of
network-purpose-simulator = Simulator, in place of the providers of
network-purpose-other = For
network-purpose-connecting = While connecting an account
network-never = What never leaves
network-never-1 = Reports about you or how you use the program
network-never-2 = Patient data to us or to anybody you did not connect
network-never-3 = Searches, notes and drafts
demo-page-title = Everybody in here is invented
demo-page-words = The patients, their messages and the providers are played on this computer. Removing the demo deletes its folder and its key and brings you to setting up your own practice.
about-words = The front desk’s inbox that stays on the desk.
about-version = Version { $version }
about-licence = Licence
    .words = Free to use, change and pass on, under either of the two.
about-notices = With thanks
    .words = Typefaces, drawings and libraries inside this window, and the terms they came with.
about-kind-font = typeface
about-kind-drawings = drawings
about-kind-library = library

## Keys

keys-title = Keys
keys-or = or
keys-none = no key
keys-singles-off = Single keys are switched off under { nav-settings }, { settings-look }. The keys with Ctrl still work.
keys-anywhere = Anywhere
keys-list = In lists
keys-conversation = In a conversation
keys-dock = While writing
key-search = Search and commands
key-view-inbox = { nav-inbox }
key-settings = { nav-settings }
key-next-pane = Next part of the window
key-previous-pane = Previous part of the window
key-undo = { undo }
key-keys = All keys
key-text-larger = Larger letters
key-text-smaller = Smaller letters
key-text-usual = Usual letters
key-next-row = Next line
key-previous-row = Previous line
key-first-row = First line
key-last-row = Last line
key-open-row = Open
key-back-to-list = Back to the list
key-filter = Filter by channel
key-done-next = Done, and the next one
key-done-stay = Done, and stay here
key-call = { call }
key-reply = Reply
key-note = Note for staff
key-template = Template
key-card = Patient card
key-play = Play the newest recording
key-speed = Playing speed
key-seek-back = Five seconds back, while a recording plays
key-seek-on = Five seconds on, while a recording plays
key-next-conversation = Next conversation
key-previous-conversation = Previous conversation
key-page-down = Scroll on
key-page-up = Scroll back
key-send = Send
key-send-done = Send, done, and the next one
key-attach = Attach a file
key-take-back = Take back the reply that is still leaving

## Search

search-placeholder = Name, number, words, or > for commands
search-results = Results
search-range-all = all history, { $ms } ms
search-range = since { $from }, { $ms } ms
search-count-more = { $n }, more below
search-group-here = In this conversation
search-group-people = People
search-group-conversations = Conversations
search-group-messages = Messages, calls and notes
search-group-do = Do
search-group-filters = Narrow it down
search-kind-note = note
search-kind-transcript = recording
search-kind-attachment = file
search-ours-to = You to { $name }
search-with = { $name }
search-filter-from = who wrote: a name, digits of a number, or us
search-filter-channel = instagram, whatsapp, sms or phone
search-filter-has = photo, voice, video, document, call or link
search-filter-before = a day, month or year, such as 2026-10
search-filter-after = a day, month or year, such as 2026-10
search-do-page = { nav-settings }: { $page }
search-do-light = Use the light look
search-do-dark = Use the dark look
search-nothing = Nothing for “{ $words }”
search-looked = Looked through names, numbers, messages, calls, notes and file names since { $from }.
search-looked-all = Looked through names, numbers, messages, calls, notes and file names of all time.
search-digits = Numbers are found from the fourth digit on.
search-spelling = Fewer letters find more.
search-found = { $n ->
    [one] One line
   *[other] { $n } lines
}
search-foot-choose = choose
search-foot-open = open
search-foot-commands = commands only
search-foot-people = people only
search-foot-keys = all keys
