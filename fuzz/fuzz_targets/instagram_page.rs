#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| anteroom_connectors::fuzzing::instagram_page(data));
