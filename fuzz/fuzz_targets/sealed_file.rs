#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| anteroom_store::fuzzing::sealed_file(data));
