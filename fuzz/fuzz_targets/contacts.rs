#![no_main]

use anteroom_desk::contacts;

libfuzzer_sys::fuzz_target!(|file: &[u8]| {
    let _ = contacts::read_through(file);
});
