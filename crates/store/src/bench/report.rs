//! Figures as tables.

use std::io::{self, Write};

use super::measure::Spread;
use super::rows::Size;

/// One size: every row with its ratio to plain SQLite and its aim.
pub(super) fn table(size: &Size, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\n## {} messages\n", grouped(size.messages))?;
    writeln!(
        out,
        "| what, in ms | encrypted, by the clock, p50 / p95 / max | of the processor, p50 / p95 | plain, by the clock | \
         of the processor | ratio, by the clock, p50 / p95 | of the processor | aim, p95 by the clock |"
    )?;
    writeln!(out, "|{}", " --- |".repeat(8))?;
    for row in &size.questions {
        let [own, plain] = row.spread;
        let clock = |spread: Spread| [spread.p50, spread.p95, spread.max].map(ms).join(" / ");
        let processor = |spread: Spread| [spread.processor_p50, spread.processor_p95].map(ms).join(" / ");
        writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} / {} | {} / {} | {} ms{} |",
            row.what,
            clock(own),
            processor(own),
            clock(plain),
            processor(plain),
            ratio(own.p50, plain.p50),
            ratio(own.p95, plain.p95),
            ratio(own.processor_p50, plain.processor_p50),
            ratio(own.processor_p95, plain.processor_p95),
            row.aim_p95,
            if own.p95 <= row.aim_p95 { ", met" } else { ", missed" },
        )?;
    }
    writeln!(out, "\n| what | encrypted | plain | ratio | aim |")?;
    writeln!(out, "| --- | --- | --- | --- | --- |")?;
    for rate in &size.rates {
        let [own, plain] = rate.value;
        writeln!(
            out,
            "| {} | {} {} | {} {} | {} | {} |",
            rate.what,
            number(own),
            rate.unit,
            number(plain),
            rate.unit,
            ratio(own, plain),
            rate.aim
        )?;
    }
    let [own, plain] = size.bytes.map(|bytes| bytes as f64);
    writeln!(
        out,
        "| size of the database | {} MB | {} MB | {} | |",
        number(own / 1e6),
        number(plain / 1e6),
        ratio(own, plain)
    )
}

/// How each p95 and each size grows from one corpus to the next: of the processor, which other programs do not change.
pub(super) fn growth(sizes: &[Size], out: &mut impl Write) -> io::Result<()> {
    if sizes.len() < 2 {
        return Ok(());
    }
    writeln!(out, "\n## Growth, encrypted p95 in ms of the processor\n")?;
    write!(out, "| what |")?;
    for size in sizes {
        write!(out, " {} |", grouped(size.messages))?;
    }
    writeln!(out, " last ÷ first |\n| --- |{} --- |", " --- |".repeat(sizes.len()))?;
    for (n, row) in sizes[0].questions.iter().enumerate() {
        write!(out, "| {} |", row.what)?;
        let first = row.spread[0].processor_p95;
        let mut last = first;
        for size in sizes {
            last = size.questions.get(n).map_or(0.0, |row| row.spread[0].processor_p95);
            write!(out, " {} |", ms(last))?;
        }
        writeln!(out, " {} |", ratio(last, first))?;
    }
    for (n, rate) in sizes[0].rates.iter().enumerate() {
        write!(out, "| {}, {} |", rate.what, rate.unit)?;
        let value = |size: &Size| size.rates.get(n).map_or(0.0, |rate| rate.value[0]);
        for size in sizes {
            write!(out, " {} |", number(value(size)))?;
        }
        writeln!(out, " {} |", ratio(sizes.last().map_or(0.0, value), rate.value[0]))?;
    }
    let each = |size: &Size| size.bytes[0] as f64 / size.messages as f64;
    write!(out, "| bytes per message |")?;
    for size in sizes {
        write!(out, " {:.0} |", each(size))?;
    }
    writeln!(out, " {} |", ratio(sizes.last().map_or(0.0, each), each(&sizes[0])))
}

fn ms(value: f64) -> String {
    if value < 10.0 { format!("{value:.2}") } else { format!("{value:.1}") }
}

fn ratio(own: f64, plain: f64) -> String {
    if plain > 0.0 { format!("{:.2}", own / plain) } else { "–".to_owned() }
}

fn number(value: f64) -> String {
    if value >= 1000.0 { grouped(value as usize) } else { format!("{value:.2}") }
}

fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([grouped(7), grouped(1000), grouped(1_234_567)], ["7", "1,000", "1,234,567"]);
    }
}
