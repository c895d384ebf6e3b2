use proptest::prelude::*;

use super::*;

/// What the field shows: blanks between their marks.
fn shown(filled: &[Stretch]) -> String {
    filled
        .iter()
        .map(|stretch| match stretch {
            Stretch::Words(words) => words.clone(),
            Stretch::Value { text, .. } => text.reveal().clone(),
            Stretch::Blank { name } => format!("{BLANK_OPEN}{name}{BLANK_CLOSE}"),
        })
        .collect()
}

fn leila(variable: Variable) -> Option<Phi<String>> {
    match variable {
        Variable::FirstName => Some("Leila".into()),
        Variable::Practice => Some("Marlow Street".into()),
        Variable::Staff => Some("  ".into()),
        _ => None,
    }
}

#[test]
fn what_is_known_is_put_in_and_what_is_not_becomes_a_blank() {
    let filled = fill("Hello {{first_name}}, {{ practitioner }} sees you at {{practice}}.", leila);
    assert_eq!(shown(&filled), "Hello Leila, ⟦practitioner⟧ sees you at Marlow Street.");
    assert_eq!(unfilled(&shown(&filled)), Some("practitioner"));
}

#[test]
fn a_fallback_stands_in_and_an_empty_one_leaves_it_out() {
    let nobody = |_| None;
    assert_eq!(shown(&fill("Hello {{first_name|there}}!", nobody)), "Hello there!");
    assert_eq!(shown(&fill("Hello{{first_name|}}!", nobody)), "Hello!");
    assert_eq!(shown(&fill("Guten Tag {{patient|}}, wir", nobody)), "Guten Tag, wir");
    assert_eq!(shown(&fill("مرحبًا {{first_name|}}، نحن", nobody)), "مرحبًا، نحن");
    assert_eq!(shown(&fill("a {{first_name|}} b", nobody)), "a b");
    assert_eq!(shown(&fill("Hello {{first_name|there}}!", leila)), "Hello Leila!");
    assert_eq!(shown(&fill("{{staff|us}}", leila)), "us", "a value of spaces is none");
}

#[test]
fn a_variable_nobody_knows_is_a_blank_even_with_a_fallback() {
    let text = "Bring {{insurance card|something}} and {{today|x}} {{insurance card}}";
    assert_eq!(shown(&fill(text, |_| None)), "Bring ⟦insurance card⟧ and x ⟦insurance card⟧");
}

#[test]
fn a_name_that_looks_like_a_variable_or_a_blank_stays_a_name() {
    let filled = fill("{{patient}}!", |_| Some("{{today}} ⟦Eve⟧\nX".into()));
    assert_eq!(shown(&filled), "{{today}} Eve X!");
    assert_eq!(unfilled(&shown(&filled)), None);
}

#[test]
fn braces_that_are_not_closed_are_words() {
    for text in ["{{", "a {{b", "}} {{", "{{}}", "{{ | x }}", "{a}", "€ {{\n}}"] {
        assert_eq!(shown(&fill(text, leila)), text);
    }
    assert_eq!(shown(&fill("{{ {{first_name}}", leila)), "{{ Leila");
}

#[test]
fn half_a_mark_is_no_blank() {
    assert_eq!(unfilled("a ⟧ b ⟦ c"), None);
    assert_eq!(unfilled("a ⟦b⟧ c"), Some("b"));
}

proptest! {
    /// Nothing that somebody saves can break it, and what has no variable is left as it is.
    #[test]
    fn filling_keeps_the_words(text in "(\\PC|[{}|⟦⟧\n]){0,60}") {
        let filled = fill(&text, leila);
        if !text.contains("{{") {
            prop_assert_eq!(shown(&filled), text.clone());
        }
        let words: usize = filled.iter().map(|stretch| match stretch {
            Stretch::Words(words) => words.len(),
            _ => 0,
        }).sum();
        prop_assert!(words <= text.len());
    }

    /// Whatever a patient is called, they bring no blank with them and are not filled a second time.
    #[test]
    fn a_value_is_put_in_once(name in "\\PC{1,30}") {
        let filled = fill("a {{patient}} b", |_| Some(Phi::new(name.clone())));
        let blank = name.chars().all(|c| c.is_whitespace() || c == BLANK_OPEN || c == BLANK_CLOSE);
        prop_assert_eq!(unfilled(&shown(&filled)).is_some(), blank);
        prop_assert_eq!(filled.len(), 3);
    }
}
