//! The real keychain: on Linux a Secret Service in a session of its own (`cargo xtask test` brings one up).

mod desktop {
    use anteroom_assembly::Keychain;
    use anteroom_store::{KeyVault, VaultError};

    #[test]
    fn a_key_is_kept_for_its_clinic_and_for_no_other() {
        let here = Keychain::for_clinic("test clinic one");
        let there = Keychain::for_clinic("test clinic two");
        assert_eq!(here.read().map(drop), Err(VaultError::NoEntry));
        here.write(&[7; 32]).expect("an unlocked keychain keeps a key");
        assert_eq!(here.read().map(|key| *key), Ok([7; 32]));
        assert_eq!(there.read().map(drop), Err(VaultError::NoEntry));
        // Another handle, as after a restart.
        assert_eq!(Keychain::for_clinic("test clinic one").read().map(|key| *key), Ok([7; 32]));
    }
}
