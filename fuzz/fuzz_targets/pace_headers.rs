#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| anteroom_connectors::fuzzing::pace_headers(data));
