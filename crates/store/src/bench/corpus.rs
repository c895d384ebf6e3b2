//! A made-up practice of any size: the same people, words and times in every run.
//!
//! Words follow the curve of real language: a few hundred clinic words make up most of what is written, and a long
//! tail of rare words makes up the vocabulary. A few conversations are thousands of messages long. One message in
//! twenty arrives out of order, as after a backfill.

use super::dice::Dice;

/// Words of a front desk, the frequent ones first.
const CLINIC: &str = "the to i you and is my a for it can have at on we me please in of that tooth appointment tomorrow \
    thank thanks hello hi yes no not be with pain this your time today would like but so when from was am do are good \
    there morning next week come call back filling crown doctor clinic could will if just what how after monday \
    tuesday wednesday thursday friday afternoon still since very much left upper lower right side gum bleeding \
    swollen insurance form need book cancel change move earlier later possible address parking card pay invoice bill \
    price cost quote treatment plan check cleaning hygienist root canal extraction wisdom implant bridge denture \
    braces retainer aligner whitening xray photo picture attached prescription antibiotics painkiller ibuprofen \
    allergic penicillin pregnant child son daughter husband wife mother school emergency urgent broken chipped loose \
    sensitive cold hot sweet chewing night grinding guard jaw ache headache numb stitches healing infection abscess \
    fever blood pressure medication heart diabetes reminder confirm confirmed confirmation received message number \
    email receptionist dentist orthodontist surgeon consent anaesthetic sedation nervous waiting room running late \
    minutes traffic train sorry apologies unfortunately reschedule cancellation available availability slot slots \
    termin zahn zahnarzt schmerzen krone füllung danke bitte guten morgen heute können möchte krankenkasse rechnung \
    wurzelbehandlung weisheitszahn straße überweisung rezept müller größe faleminderit dhëmbi mirëdita nesër takim \
    shumë ju lutem dhimbje";
const SYLLABLES: &[&str] = &[
    "ba", "be", "bi", "bo", "ca", "ce", "co", "da", "de", "di", "do", "fa", "fe", "fi", "ga", "ge", "go",
    "ha", "he", "hi", "jo", "ka", "ke", "ki", "la", "le", "li", "lo", "ma", "me", "mi", "mo", "na", "ne",
    "ni", "no", "pa", "pe", "pi", "po", "ra", "re", "ri", "ro", "sa", "se", "si", "so", "ta", "te", "ti",
    "to", "va", "ve", "vi", "wa", "za", "ën", "är", "ss", "st", "nt", "ng", "er", "en", "ly", "tion", "ment",
    "ing", "ed",
];
const FIRST: &[&str] = &[
    "Leila", "Jörg", "Agim", "Sofia", "Mark", "Anna", "Besa", "Tomás", "Emma", "Liam", "Noor", "Priya",
    "Łukasz", "Chloë", "Oliver", "Fatima", "Arben", "Hannah", "David", "Zoë", "Mohammed", "Grace", "Jakob",
    "Elira", "Samuel", "Ines", "Peter", "Ayşe", "Daniel", "Mara",
];
/// Newest day of the corpus: 2026-11-22 00:00 UTC, in ms.
pub(super) const NEWEST: i64 = 1_795_305_600_000;
const YEARS: f64 = 4.0;

/// One person on one channel, and the conversation with them.
pub(super) struct Somebody {
    /// 0 instagram, 1 whatsapp, 2 sms.
    pub channel: usize,
    pub handle: String,
    pub name: String,
    /// The patient behind, if known. Some patients have two identities.
    pub patient: Option<usize>,
}

/// One message.
#[derive(Clone)]
pub(super) struct Written {
    pub conversation: usize,
    /// UTC milliseconds.
    pub at: i64,
    pub inbound: bool,
    pub body: String,
    pub file: Option<String>,
}

/// A practice with `messages` messages, a tenth as many conversations (unless said otherwise) and half as many patients
/// as conversations.
pub(super) struct Corpus {
    pub messages: usize,
    conversations: usize,
    words: Vec<String>,
}

impl Corpus {
    pub fn new(messages: usize) -> Self {
        Self::with(messages / 10, messages)
    }

    pub fn with(conversations: usize, messages: usize) -> Self {
        let mut dice = Dice::new(1);
        let mut words: Vec<String> = CLINIC.split_whitespace().map(str::to_owned).collect();
        while words.len() < 40_000 {
            let word: String = (0..2 + dice.below(3)).map(|_| *dice.pick(SYLLABLES)).collect();
            words.push(word);
        }
        Self { messages, conversations, words }
    }

    pub const fn conversations(&self) -> usize {
        self.conversations
    }

    pub const fn patients(&self) -> usize {
        self.conversations / 2
    }

    pub fn somebodies(&self) -> impl Iterator<Item = Somebody> + '_ {
        let mut dice = Dice::new(2);
        (0..self.conversations()).map(move |n| {
            let channel = dice.below(3);
            let last = self.last_name(&mut dice);
            let name = format!("{} {last}", dice.pick(FIRST));
            let handle = match channel {
                0 => format!("1784140{n:09}"),
                // Spread over the whole range, and no number twice.
                _ => format!("+4477{:08}", (n * 48_271) % 100_000_000),
            };
            // Eight in ten are patients; the first patients have a second identity.
            let patient = (n % 10 < 8).then(|| n % self.patients());
            Somebody { channel, handle, name, patient }
        })
    }

    pub fn patient_name(&self, n: usize) -> String {
        let mut dice = Dice::new(1_000 + n as u64);
        format!("{} {}", dice.pick(FIRST), self.last_name(&mut dice))
    }

    fn last_name(&self, dice: &mut Dice) -> String {
        let word = &self.words[400 + dice.below(20_000)];
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// `count` messages, in the order in which the desk hears of them, as if `first` had come before.
    pub fn messages_from(&self, first: usize, count: usize) -> impl Iterator<Item = Written> + '_ {
        let mut dice = Dice::new(3 + first as u64);
        let step = YEARS * 365.0 * 86_400_000.0 / self.messages as f64;
        (first..first + count).map(move |n| {
            let late = if dice.one_in(20) { dice.share() * 30.0 * 86_400_000.0 } else { 0.0 };
            let at = NEWEST - ((self.messages as f64 - n as f64) * step + late) as i64;
            let share = dice.share();
            Written {
                conversation: ((share * share) * self.conversations() as f64) as usize,
                at,
                inbound: dice.below(5) < 3,
                body: self.body(&mut dice),
                file: dice.one_in(50).then(|| format!("{} {n}.jpg", self.word(&mut dice))),
            }
        })
    }

    pub fn body(&self, dice: &mut Dice) -> String {
        let mut body = String::with_capacity(120);
        for n in 0..4 + dice.below(26) {
            if n > 0 {
                body.push_str(if dice.one_in(9) { ", " } else { " " });
            }
            body.push_str(self.word(dice));
        }
        body
    }

    /// A word, the n-th most frequent about 1/n as often as the first.
    fn word(&self, dice: &mut Dice) -> &str {
        let rank = (self.words.len() as f64).powf(dice.share()) - 1.0;
        &self.words[rank as usize]
    }
}

/// What staff type, forty of it: beginnings of one to eight letters, whole words common and rare, two words, a phrase,
/// other languages.
pub(super) const TERMS: [&str; 40] = [
    "t",
    "to",
    "too",
    "toot",
    "tooth",
    "a",
    "ap",
    "app",
    "appo",
    "appoint",
    "appointment ",
    "z",
    "s",
    "cr",
    "crown ",
    "wiz",
    "wisdom ",
    "root canal",
    "\"root canal\"",
    "pain tomorrow",
    "tooth pa",
    "the app",
    "thank you",
    "peni",
    "penicillin ",
    "zahn",
    "zahnärztin",
    "fullung",
    "krankenk",
    "strasse ",
    "mirë",
    "faleminderit ",
    "resch",
    "unfortunately ",
    "confirm",
    "invoice price",
    "bama",
    "terovi",
    "xqzw",
    "cancellation tomorrow",
];
/// The same page with people in mind: names, one letter, parts of telephone numbers.
pub(super) const PEOPLE: [&str; 20] = [
    "l", "le", "leila", "jo", "jorg", "a", "m", "lukasz", "sofia b", "0142", "4477", "7712", "77123",
    "07700", "900", "9001", "55555", "123456", "+44 7701", "mark 44",
];
