#![no_main]

use anteroom_model::Query;

libfuzzer_sys::fuzz_target!(|typed: &str| {
    let _ = Query::parse(typed);
});
