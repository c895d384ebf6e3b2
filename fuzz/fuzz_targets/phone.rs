#![no_main]

libfuzzer_sys::fuzz_target!(|typed: &str| {
    let _ = anteroom_model::normalise_phone(typed, Some("GB"));
});
