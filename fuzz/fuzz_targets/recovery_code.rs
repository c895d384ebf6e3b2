#![no_main]

use anteroom_store::RecoveryKit;

libfuzzer_sys::fuzz_target!(|typed: &str| {
    if let Ok(kit) = RecoveryKit::parse(typed) {
        let groups = kit.groups();
        let again = RecoveryKit::parse(&groups.concat()).expect("what is printed can be typed");
        assert_eq!(again.groups(), groups);
    }
});
