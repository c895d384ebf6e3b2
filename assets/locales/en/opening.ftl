### Opening a clinic: the pass-phrase, and beginning anew beside a damaged or lost database.

passphrase = Pass-phrase
passphrase-new = New pass-phrase
passphrase-rule = At least four different words, with 16 letters or more together. Capitals count; extra spaces do not.
passphrase-again = The pass-phrase once more
passphrase-weak = That is too short. It takes four different words, and 16 letters together.
passphrase-differs = The two are not the same. Type this one again.
passphrase-missing = Type the pass-phrase.
passphrase-show = Show what was typed
passphrase-from-now = No key store takes the key here, so a pass-phrase protects the clinic from now on. It is asked at each start.

setup-step-protect = Pass-phrase
    .words = In place of a key store
setup-title-protect = Protect with a pass-phrase
setup-lead-protect = Your patients’ messages are locked with a key, and nothing on this computer keeps that key safe. A pass-phrase does.
setup-next-protect = Continue to the pass-phrase
protect-keychain = { $why ->
    [missing] This computer has no key store. With one, such as GNOME Keyring or KWallet, nothing has to be typed at the start.
    [locked] The system’s key store is locked. Once it is unlocked, no pass-phrase is needed.
   *[other] The system’s key store does not keep the key. Once it does, no pass-phrase is needed.
}
protect-look-again = Look again
protect-1 = It is asked at each start
    .words = Whoever opens Anteroom types it. Without it nobody reads the messages, not even with a copy of the disk.
protect-2 = Forgotten? The recovery code helps
    .words = It comes on the next page, on paper. With it the clinic opens and gets a new pass-phrase. Without both, nobody can open it.
protect-3 = Words that do not belong together are best
    .words = Not a saying, not a song, not the name of the practice. Nobody sees it but you.

locked-passphrase-needed = What is the pass-phrase?
    .words = Your clinic is protected with a pass-phrase. Anteroom asks for it at each start.
    .help = Capitals count, and so does every letter. Extra spaces do not. Press the eye to see what you typed. | Ask a colleague who was there when Anteroom was set up. | Forgotten? Fetch the page with the recovery code and choose “{ locked-use-code }”. You choose a new pass-phrase then.
locked-database-missing = The file with your messages is not there
    .words = The key to it is here, but anteroom.db is not in the clinic’s folder. It was moved, renamed or deleted outside Anteroom.
    .help = Was the folder tidied up or moved? Put anteroom.db back, then press “{ try-again }”. | Is there a copy of the clinic’s folder? Ask whoever looks after the computer to put it back. | What is still at Instagram and Twilio can be fetched again into an empty inbox.
locked-database-not-ours = The file with your messages is not this clinic’s
    .words = anteroom.db is here, and the key does not open it although it is the right key. Either the file belongs to another clinic, or its beginning was damaged. It was left where it is.
    .help = Was a file copied here or put back lately? Put the right anteroom.db back, then press “{ try-again }”. | Is there a copy of the clinic’s folder? Ask whoever looks after the computer to put it back. | To begin with an empty inbox, move anteroom.db to another folder first and press “{ try-again }”. Do not delete it. | Have the disk checked. Damage like this often announces a failing disk.
locked-key-file-damaged = The key file is missing or damaged
    .words = The messages need the file anteroom.keyring, and it is not in the clinic’s folder or cannot be read. Without it neither the key store nor the recovery code opens them.
    .help = Do not delete anything in the clinic’s folder. | Was the folder tidied up or moved? Put anteroom.keyring back. | Is there a copy of the clinic’s folder? The key file in it may still fit. Ask whoever looks after the computer. | Have the disk checked. Damage like this often announces a failing disk.
locked-set-aside = It lies here now:
locked-start-over = Begin with an empty inbox…

start-over-title = Begin with an empty inbox
start-over-stays = What stays
    .words = Everything that lies in the clinic’s folder, also the damaged file with its pictures and recordings. Anteroom deletes nothing. The key and the recovery code stay the same.
start-over-happens = What happens
    .words = The inbox is empty. You connect the accounts again, and messages and calls are fetched again as far as Instagram and Twilio still have them.
start-over-not = What is not in the new inbox
    .words = Notes, drafts, patient cards, who was already answered, and replies that had not left. They are only in the old file.
start-over-practice = The practice, once more
start-over-do = Begin with an empty inbox
