//! How often a guess is right, on what patients really write: short, without accents, with names in it.

use super::*;

/// Messages as patients write them.
const WRITTEN: &[(&str, &[&str])] = &[
    (
        "sq",
        &[
            "A mundem me e shty terminin",
            "Përshëndetje, a keni termin nesër?",
            "A mundem me e shty terminin për të premten paradite",
            "Faleminderit shumë",
            "me dhemb dhembi shume",
            "sa kushton nje pastrim",
            "Mirdita, a jeni hapur sot",
            "po vij pak me vone",
            "a mund te vi neser ne mengjes",
            "nuk mund te vij sot",
            "kam nevoje per nje termin",
            "Tung, a e keni marrë mesazhin tim",
        ],
    ),
    (
        "en",
        &[
            "Hello, my crown came off last night. I still have it",
            "Thank you! What should I bring?",
            "Can I move my appointment",
            "Is Friday free?",
            "do you take my insurance",
            "see you then, thanks",
            "running ten minutes late sorry",
            "Could someone see me today? I work nearby so any time is fine",
            "how much is a cleaning",
            "please call me back",
        ],
    ),
    (
        "de",
        &[
            "Guten Tag, ich habe Zahnschmerzen",
            "Haben Sie heute noch was frei?",
            "Termin absagen bitte",
            "bin 10 min später da",
            "kann ich morgen vorbeikommen",
            "wie lange haben sie offen",
            "Vielen Dank und bis dann",
            "ich muss leider absagen",
        ],
    ),
    (
        "fr",
        &[
            "Bonjour, j'ai mal aux dents",
            "Merci beaucoup à demain",
            "Vous êtes ouverts samedi ?",
            "je serai en retard",
            "est ce que je peux changer mon rendez-vous",
            "combien coûte un détartrage",
        ],
    ),
    (
        "es",
        &[
            "Hola, me duele una muela desde ayer",
            "Gracias, nos vemos mañana",
            "¿Tienen cita para hoy?",
            "puedo cambiar la cita",
            "cuánto cuesta una limpieza",
            "llego diez minutos tarde",
        ],
    ),
    (
        "it",
        &[
            "Buongiorno, ho mal di denti",
            "posso spostare l'appuntamento",
            "siete aperti domani",
            "quanto costa la pulizia",
            "grazie mille a domani",
        ],
    ),
    (
        "tr",
        &[
            "Merhaba, randevumu değiştirebilir miyim",
            "Dişim ağrıyor",
            "yarin acik misiniz",
            "çok teşekkür ederim",
            "bugün gelebilir miyim",
        ],
    ),
    ("ar", &["مرحبا، عندي ألم في السن", "شكرا", "هل يمكنني تغيير الموعد", "أريد موعدا غدا"]),
    (
        "pt",
        &[
            "Bom dia, estou com dor de dente",
            "Obrigado, até amanhã",
            "posso mudar a consulta",
            "vocês estão abertos no sábado",
        ],
    ),
    (
        "nl",
        &[
            "Goedemorgen, ik heb kiespijn",
            "Kan ik mijn afspraak verzetten",
            "bent u morgen open",
            "ik kom een kwartier later",
        ],
    ),
    // Languages of which nothing is known here: any answer is wrong.
    (
        "",
        &[
            "Dzień dobry, czy mogę przełożyć wizytę",
            "Dobrý den, mohu změnit termín",
            "Здравствуйте, можно перенести запись",
            "سلام، می‌توانم وقت بگیرم؟",
            "Jó napot, fáj a fogam és lázas vagyok ő",
            "Leila Haddad, 3 Aug 1981",
            "Besnik Krasniqi",
            "👍🙏",
            "ok",
        ],
    ),
];

fn texts(words: &[&str]) -> Vec<Phi<String>> {
    words.iter().map(|words| Phi::from(*words)).collect()
}

#[test]
fn where_it_dares_to_answer_it_is_right_nine_times_in_ten() {
    let languages = Languages::new();
    let (mut asked, mut answered, mut right) = (0, 0, 0);
    let mut wrong = Vec::new();
    for (language, messages) in WRITTEN {
        for message in *messages {
            asked += usize::from(!language.is_empty());
            let Some(guess) = languages.guess(&texts(&[message])) else { continue };
            answered += 1;
            if guess == *language {
                right += 1;
            } else {
                wrong.push(format!("{message}: {guess}, not {language}"));
            }
        }
    }
    assert!(right * 10 >= answered * 9, "{right} of {answered} right; {}", wrong.join(" / "));
    assert!(answered * 10 >= asked * 8, "only {answered} of {asked} answered");
}

#[test]
fn short_albanian_is_read() {
    let languages = Languages::new();
    for message in ["A mundem me e shty terminin", "Përshëndetje, a keni termin nesër?"] {
        assert_eq!(languages.guess(&texts(&[message])), Some("sq"), "{message}");
    }
}

#[test]
fn several_messages_say_what_one_does_not() {
    let languages = Languages::new();
    assert_eq!(languages.guess(&texts(&["Hola"])), None);
    assert_eq!(languages.guess(&texts(&["Hola", "me duele una muela", "puedo venir hoy"])), Some("es"));
    assert_eq!(languages.guess(&[]), None);
}

#[test]
fn a_pasted_book_is_read_as_quickly_as_a_letter() {
    let book = "a keni termin nesër? ".repeat(50_000);
    assert_eq!(Languages::new().guess(&texts(&[&book])), Some("sq"));
}

#[test]
fn every_language_of_the_window_is_answered_more_often_than_not() {
    let languages = Languages::new();
    for (language, messages) in WRITTEN.iter().filter(|(language, _)| !language.is_empty()) {
        let right =
            messages.iter().filter(|words| languages.guess(&texts(&[words])) == Some(language)).count();
        assert!(right * 2 > messages.len(), "{language}: {right} of {}", messages.len());
    }
}
