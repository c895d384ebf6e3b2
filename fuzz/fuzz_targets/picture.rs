#![no_main]

use anteroom_desk::media;

libfuzzer_sys::fuzz_target!(|file: &[u8]| {
    let _ = media::sniff(file, None);
    let _ = media::picture(file);
});
