//! The words that a rule starts with, per language. Drafts: the window says that a clinician has to check them, above all
//! what they say about emergencies.

use anteroom_model::Rule;

/// The languages that words can be given in.
pub(super) const LANGUAGES: [&str; 6] = ["en", "de", "sq", "ar", "fr", "es"];

/// The number to ring in an emergency, where the practice is. It is put into the draft, so that whoever checks the words
/// reads what the patient reads.
fn emergency(country: &str) -> &'static str {
    match country {
        "GB" => "999",
        "US" | "CA" => "911",
        "AU" => "000",
        "NZ" => "111",
        _ => "112",
    }
}

/// The draft of a rule; empty in a language that we do not speak.
pub(super) fn of(rule: Rule, language: &str, country: &str) -> String {
    let words = match (rule, language) {
        (Rule::OutsideHours, "en") => {
            "Thank you for your message. {practice} is closed at the moment. We open again: {opens}, and will answer then. \
             In an emergency, for example trouble breathing or swallowing, spreading swelling or bleeding that does not \
             stop, call {emergency} at once. This is an automatic message."
        }
        (Rule::OutsideHours, "de") => {
            "Danke für Ihre Nachricht. {practice} ist gerade geschlossen. Wir öffnen wieder: {opens}, dann antworten wir \
             Ihnen. Im Notfall, zum Beispiel bei Atemnot, Schluckbeschwerden, zunehmender Schwellung oder Blutung, die \
             nicht aufhört, rufen Sie sofort {emergency} an. Dies ist eine automatische Nachricht."
        }
        (Rule::OutsideHours, "sq") => {
            "Faleminderit për mesazhin. {practice} është e mbyllur tani. Hapemi përsëri: {opens} dhe ju përgjigjemi \
             atëherë. Në rast urgjence, për shembull vështirësi në frymëmarrje ose gëlltitje, ënjtje që përhapet ose \
             gjakderdhje që nuk ndalet, telefononi menjëherë {emergency}. Ky është mesazh automatik."
        }
        (Rule::OutsideHours, "ar") => {
            "شكرًا على رسالتك. {practice} مغلقة الآن. نفتح من جديد: {opens} وسنرد عليك حينها. في حالة الطوارئ، مثل صعوبة \
             التنفس أو البلع أو تورم يزداد أو نزيف لا يتوقف، اتصل فورًا بالرقم {emergency}. هذه رسالة تلقائية."
        }
        (Rule::OutsideHours, "fr") => {
            "Merci de votre message. {practice} est actuellement fermé. Réouverture : {opens}, nous vous répondrons alors. \
             En cas d’urgence, par exemple difficulté à respirer ou à avaler, gonflement qui s’étend ou saignement qui ne \
             s’arrête pas, appelez immédiatement le {emergency}. Ceci est un message automatique."
        }
        (Rule::OutsideHours, "es") => {
            "Gracias por su mensaje. {practice} está cerrado en este momento. Volvemos a abrir: {opens}, y le \
             responderemos entonces. En una urgencia, por ejemplo dificultad para respirar o tragar, hinchazón que se \
             extiende o sangrado que no cesa, llame de inmediato al {emergency}. Este es un mensaje automático."
        }
        (Rule::MissedCall, "en") => {
            "{practice}: sorry that we missed your call. Write here what it is about and we will get back to you. Opening \
             hours: {hours}. In an emergency call {emergency}. Automatic message; reply STOP to get no texts."
        }
        (Rule::MissedCall, "de") => {
            "{practice}: Leider konnten wir Ihren Anruf nicht annehmen. Schreiben Sie uns hier, worum es geht, wir melden \
             uns. Öffnungszeiten: {hours}. Im Notfall: {emergency}. Automatische Nachricht; mit STOP bestellen Sie SMS ab."
        }
        (Rule::MissedCall, "sq") => {
            "{practice}: na vjen keq që nuk iu përgjigjëm telefonatës suaj. Na shkruani këtu për çfarë bëhet fjalë dhe do \
             t’ju kontaktojmë. Orari: {hours}. Në urgjencë: {emergency}. Mesazh automatik; shkruani STOP për të mos marrë SMS."
        }
        (Rule::MissedCall, "ar") => {
            "{practice}: نعتذر لأننا لم نرد على مكالمتك. اكتب لنا هنا عن سبب اتصالك وسنعود إليك. ساعات العمل: {hours}. في \
             حالة الطوارئ: {emergency}. رسالة تلقائية؛ أرسل STOP لإيقاف الرسائل."
        }
        (Rule::MissedCall, "fr") => {
            "{practice} : nous n’avons pas pu prendre votre appel. Écrivez-nous ici de quoi il s’agit, nous reviendrons \
             vers vous. Horaires : {hours}. En cas d’urgence : {emergency}. Message automatique ; répondez STOP pour ne \
             plus recevoir de SMS."
        }
        (Rule::MissedCall, "es") => {
            "{practice}: sentimos no haber atendido su llamada. Escríbanos aquí de qué se trata y le contestaremos. \
             Horario: {hours}. En una urgencia: {emergency}. Mensaje automático; responda STOP para no recibir SMS."
        }
        _ => "",
    };
    words.replace("{emergency}", emergency(country))
}
