//! The little TwiML that click-to-call needs, checked as strictly as Twilio would.

/// What a document says to do: call this number, showing that one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dial {
    /// Our number, shown to the patient.
    pub caller: Option<String>,
    /// The patient.
    pub number: String,
}

/// Reads `<Response><Dial callerId="…" timeout="…"><Number>…</Number></Dial></Response>`; `None` when it is not that
/// or not well-formed.
pub fn dial(text: &str) -> Option<Dial> {
    let mut rest = text.trim();
    if let Some(after) = rest.strip_prefix("<?xml") {
        rest = after.split_once("?>")?.1.trim_start();
    }
    let inside = rest.strip_prefix("<Response>")?.strip_suffix("</Response>")?.trim();
    let (head, body) = inside.strip_prefix("<Dial")?.split_once('>')?;
    let body = body.strip_suffix("</Dial>")?.trim();
    let mut caller = None;
    for (name, value) in attributes(head)? {
        match name.as_str() {
            "callerId" => caller = Some(value),
            "timeout" | "timeLimit" if value.parse::<u32>().is_ok() => {}
            "answerOnBridge" if matches!(value.as_str(), "true" | "false") => {}
            _ => return None,
        }
    }
    let number = body.strip_prefix("<Number>")?.strip_suffix("</Number>")?;
    Some(Dial { caller, number: unescaped(number)? })
}

fn attributes(head: &str) -> Option<Vec<(String, String)>> {
    let mut found = Vec::new();
    let mut rest = head.trim();
    while !rest.is_empty() {
        let (name, after) = rest.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        found.push((name.trim().to_owned(), unescaped(value)?));
        rest = after.trim_start();
    }
    Some(found)
}

fn unescaped(text: &str) -> Option<String> {
    if text.contains(['<', '>']) {
        return None;
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let (name, after) = after.split_once(';')?;
        out.push_str(before);
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => return None,
        });
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_well_formed_dialling_is_understood() {
        let good = r#"<Response><Dial callerId="+15550100099" timeout="30"><Number>+15550100001</Number></Dial></Response>"#;
        let dial = dial(good).unwrap();
        assert_eq!((dial.caller.as_deref(), dial.number.as_str()), (Some("+15550100099"), "+15550100001"));
        for broken in [
            "",
            "<Response/>",
            "<Response><Dial><Number>+1</Number></Response>",
            "<Response><Dial><Number>+1<b/></Number></Dial></Response>",
            "<Response><Dial callerId=+1><Number>+1</Number></Dial></Response>",
            "<Response><Dial><Number>a & b</Number></Dial></Response>",
        ] {
            assert_eq!(super::dial(broken), None, "{broken}");
        }
    }
}
