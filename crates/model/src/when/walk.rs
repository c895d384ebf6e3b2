//! From words to wishes.
//!
//! Holds: every piece of the text is used by exactly one rule. Where a piece fits several rules all of them are followed,
//! the likelier first; since the slots of a wish are few, so are the ways, and there is a bound besides.

use super::lexicon::{Lexicon, Means, Part, Unit};
use super::tokens::Token;
use super::wish::{DayWish, Wish};

/// Ways that are followed to their end.
const MOST: usize = 6;
/// Steps that are taken at all: nobody types a text with more meanings.
const STEPS: usize = 4000;

/// Everything that a text may wish, the likeliest first.
pub(super) fn wishes(tokens: &[Token], lexicon: &Lexicon) -> Vec<Wish> {
    let mut walk = Walk { lexicon, found: Vec::new(), steps: 0 };
    if !tokens.is_empty() {
        walk.from(tokens, Wish::default());
    }
    walk.found
}

struct Walk<'a> {
    lexicon: &'a Lexicon,
    found: Vec<Wish>,
    steps: usize,
}

impl Walk<'_> {
    fn from(&mut self, rest: &[Token], wish: Wish) {
        self.steps += 1;
        if self.found.len() >= MOST || self.steps > STEPS {
            return;
        }
        let Some(first) = rest.first() else {
            if !wish.next && !self.found.contains(&wish) {
                self.found.push(wish);
            }
            return;
        };
        match first {
            Token::Number(value, digits) => self.number(rest, wish, *value, *digits),
            Token::Word(_) => self.phrases(rest, wish),
            Token::Sign(_) | Token::Strange => {}
        }
    }

    fn go(&mut self, rest: &[Token], used: usize, wish: Option<Wish>) {
        if let (Some(wish), Some(rest)) = (wish, rest.get(used..)) {
            self.from(rest, wish);
        }
    }

    fn number(&mut self, rest: &[Token], wish: Wish, value: u32, digits: usize) {
        use Token::{Number, Sign};
        match rest {
            [_, Sign('-'), Number(month, _), Sign('-'), Number(day, _), ..] if digits == 4 => {
                self.go(rest, 5, wish.date(Some(value), *month, *day));
            }
            [_, Sign('.' | '/' | '-'), Number(month, _), Sign('.' | '/' | '-'), Number(year, 2 | 4), ..] => {
                let year = if *year < 100 { 2000 + *year } else { *year };
                self.day_month(rest, 5, wish, Some(year), value, *month);
            }
            _ => {}
        }
        match rest {
            [_, Sign(':'), Number(minute, 2), Sign(':'), Number(_, 2), ..] => {
                self.go(rest, 5, wish.at(value, *minute, false, digits == 2 && value < 10));
            }
            [_, Sign(':'), Number(minute, 2), ..] => {
                self.go(rest, 3, wish.at(value, *minute, false, digits == 2 && value < 10));
            }
            [_, Sign('.'), Number(month, _), Sign('.'), ..] => {
                self.day_month(rest, 4, wish, None, value, *month);
            }
            [_, Sign('.'), Number(second, length), ..] => {
                self.day_month(rest, 3, wish, None, value, *second);
                if *length == 2 {
                    self.go(rest, 3, wish.at(value, *second, false, digits == 2 && value < 10));
                }
            }
            [_, Sign('/'), Number(month, _), ..] => self.day_month(rest, 3, wish, None, value, *month),
            [_, Sign('.'), Token::Word(_), ..] | [_, Sign('.')] => {
                self.number_and_word(rest, 2, wish, value);
            }
            [_, Sign(_), ..] => {}
            _ => self.number_and_word(rest, 1, wish, value),
        }
    }

    /// A day and a month; as Americans write it if it is no date otherwise.
    fn day_month(
        &mut self,
        rest: &[Token],
        used: usize,
        wish: Wish,
        year: Option<u32>,
        day: u32,
        month: u32,
    ) {
        let wished = if month > 12 { wish.date(year, day, month) } else { wish.date(year, month, day) };
        self.go(rest, used, wished);
    }

    /// A number with the word after it: a date, a length of time, an hour.
    fn number_and_word(&mut self, rest: &[Token], used: usize, wish: Wish, value: u32) {
        let after = rest.get(used..).unwrap_or_default();
        // "25th of November", "1er décembre", "25 de noviembre".
        let ahead = (0..=2).take_while(|&n| n == 0 || self.is(after.get(n - 1), Means::Noise));
        for skipped in ahead.collect::<Vec<_>>() {
            let Some((month, words)) = self.month(after.get(skipped..).unwrap_or_default()) else { continue };
            let mut end = used + skipped + words;
            let mut year = None;
            let more = rest.get(end..).unwrap_or_default();
            let gap = usize::from(self.is(more.first(), Means::Noise));
            if let Some(Token::Number(found, 4)) = more.get(gap) {
                (year, end) = (Some(*found), end + gap + 1);
            }
            self.go(rest, end, wish.date(year, month.unsigned_abs().into(), value));
            return;
        }
        self.hour_or_span(rest, used, wish, value);
    }

    fn hour_or_span(&mut self, rest: &[Token], used: usize, wish: Wish, value: u32) {
        let after = rest.get(used..).unwrap_or_default();
        let is_h = matches!(after.first(), Some(Token::Word(word)) if word == "h");
        if let (true, Some(Token::Number(minute, 2))) = (is_h, after.get(1))
            && !self.units(after.get(2)).contains(&Unit::Minute)
        {
            self.go(rest, used + 2, wish.at(value, *minute, false, true));
            return;
        }
        let oclock = is_h.then(|| wish.at(value, 0, true, value >= 7)).flatten();
        if oclock.is_some()
            && (wish.day.is_some() || wish.part.is_some() || (self.lexicon.h_is_oclock && value >= 7))
        {
            self.go(rest, used + 1, oclock);
            return;
        }
        for unit in self.units(after.first()) {
            self.go(rest, used + 1, wish.span(value, unit));
        }
        if self.lexicon.h_is_oclock {
            self.go(rest, used + 1, oclock);
        }
        if self.units(after.first()).is_empty() {
            self.go(rest, used, wish.at(value, 0, true, false));
        }
    }

    fn phrases(&mut self, rest: &[Token], wish: Wish) {
        for length in (1..=self.lexicon.longest.min(rest.len())).rev() {
            let Some(phrase) = phrase(rest, length) else { continue };
            let before = self.found.len();
            for means in self.lexicon.means(&phrase) {
                self.word(*means, rest, length, wish);
            }
            // "Day after tomorrow" is not a day, and then tomorrow.
            if self.found.len() > before {
                return;
            }
        }
    }

    fn word(&mut self, means: Means, rest: &[Token], used: usize, wish: Wish) {
        let after = rest.get(used..).unwrap_or_default();
        match means {
            Means::Noise => self.go(rest, used, Some(wish)),
            Means::Day(n) => self.go(rest, used, wish.on(DayWish::After(n))),
            Means::TomorrowOrMorning if wish.day.is_some() => self.go(rest, used, wish.part(Part::Morning)),
            Means::TomorrowOrMorning => self.go(rest, used, wish.on(DayWish::After(1))),
            Means::Part(part) => self.go(rest, used, wish.part(part)),
            Means::Today(part) => {
                let today = if wish.day.is_some() { Some(wish) } else { wish.on(DayWish::After(0)) };
                self.go(rest, used, today.and_then(|wish| wish.part(part)));
            }
            Means::On(weekday) => {
                let day = weekday.to_monday_zero_offset();
                let follows = self.next_after(after);
                let next = wish.next || follows > 0;
                let wished = Wish { next: false, ..wish }.on(DayWish::Weekday { day, next });
                self.go(rest, used + follows, wished);
            }
            Means::Month(month) => {
                let month = u32::from(month.unsigned_abs());
                if let [Token::Number(day, 1 | 2), more @ ..] = after {
                    if let [Token::Sign('.'), ..] = more {
                        self.go(rest, used + 2, wish.date(None, month, *day));
                    }
                    self.go(rest, used + 1, wish.date(None, month, *day));
                }
            }
            Means::Number(n) => self.hour_or_span(rest, used, wish, n),
            Means::Span(n, unit) => self.go(rest, used, wish.span(n, unit)),
            Means::Unit(unit) => self.unit(unit, rest, used, wish),
            Means::In => {
                for unit in self.units(after.first()) {
                    self.go(rest, used + 1, wish.span(1, unit));
                }
                self.go(rest, used, Some(wish));
            }
            Means::Next => self.go(rest, used, (!wish.next).then_some(Wish { next: true, ..wish })),
            Means::This => self.this(rest, used, wish),
            Means::Am => self.go(rest, used, wish.half_day(false)),
            Means::Pm => self.go(rest, used, wish.half_day(true)),
            Means::HalfTo => {
                let hour = match after.first() {
                    Some(Token::Number(hour, _)) => Some(*hour),
                    word => self.means(word).iter().find_map(|means| match means {
                        Means::Number(n) => Some(*n),
                        _ => None,
                    }),
                };
                let hour = hour.filter(|hour| (1..=12).contains(hour));
                self.go(rest, used + 1, hour.and_then(|hour| wish.at(hour - 1, 30, false, false)));
            }
        }
    }

    /// A length of time without a number: the next or the current one.
    fn unit(&mut self, unit: Unit, rest: &[Token], used: usize, wish: Wish) {
        let follows = self.next_after(rest.get(used..).unwrap_or_default());
        if !wish.next && follows == 0 {
            return;
        }
        let wish = Wish { next: false, ..wish };
        let wished = match unit {
            Unit::Week => wish.week(1),
            Unit::Month => wish.on(DayWish::MonthStart(1)),
            Unit::Day => wish.on(DayWish::After(1)),
            Unit::Hour | Unit::Minute => wish.span(1, unit),
        };
        self.go(rest, used + follows, wished);
    }

    /// Words behind a noun that say "next", as French, Spanish, Albanian and Arabic put them; 0 if there are none.
    fn next_after(&self, after: &[Token]) -> usize {
        let says_next = |length: &usize| {
            phrase(after, *length).is_some_and(|phrase| self.lexicon.means(&phrase).contains(&Means::Next))
        };
        (1..=self.lexicon.longest).find(says_next).unwrap_or(0)
    }

    fn this(&mut self, rest: &[Token], used: usize, wish: Wish) {
        let after = rest.get(used..).unwrap_or_default();
        let meant = self.means(after.first()).to_vec();
        for means in meant {
            match means {
                Means::Part(part) => {
                    let today = wish.on(DayWish::After(0)).and_then(|wish| wish.part(part));
                    self.go(rest, used + 1, today);
                }
                Means::Unit(Unit::Week) => self.go(rest, used + 1, wish.week(0)),
                _ => {}
            }
        }
        self.go(rest, used, Some(wish));
    }

    fn means(&self, token: Option<&Token>) -> &[Means] {
        match token {
            Some(Token::Word(word)) => self.lexicon.means(word),
            _ => &[],
        }
    }

    fn is(&self, token: Option<&Token>, means: Means) -> bool {
        self.means(token).contains(&means)
    }

    /// The month that is named here, and in how many words.
    fn month(&self, rest: &[Token]) -> Option<(i8, usize)> {
        (1..=self.lexicon.longest).rev().find_map(|length| {
            let phrase = phrase(rest, length)?;
            self.lexicon.means(&phrase).iter().find_map(|means| match means {
                Means::Month(month) => Some((*month, length)),
                _ => None,
            })
        })
    }

    fn units(&self, token: Option<&Token>) -> Vec<Unit> {
        let unit = |means: &Means| match means {
            Means::Unit(unit) => Some(*unit),
            _ => None,
        };
        self.means(token).iter().filter_map(unit).collect()
    }
}

/// So many words with one space between them.
fn phrase(tokens: &[Token], length: usize) -> Option<String> {
    let words = tokens.get(..length)?.iter().map(|token| match token {
        Token::Word(word) => Some(word.as_str()),
        _ => None,
    });
    Some(words.collect::<Option<Vec<_>>>()?.join(" "))
}
