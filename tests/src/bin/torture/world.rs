//! The world around the desk: patients who write at any moment, and a network that goes wrong.

use std::sync::Arc;

use anteroom_desk::dice::Dice;
use anteroom_sim::instagram::InstagramPatient;
use anteroom_sim::twilio::{TwilioPatient, Voicemail};
use anteroom_sim::{Fault, FaultKind, Sim};

use crate::haste::pause;

/// Enough that no thread collects more unread messages than Instagram still shows.
const ON_INSTAGRAM: u32 = 8;
const ON_THE_PHONE: u32 = 8;
const HOSTS: [&str; 2] = ["graph.instagram.com", "api.twilio.com"];

/// The patients and the trouble.
pub struct World {
    sim: Arc<Sim>,
    dice: Dice,
    instagram: Vec<InstagramPatient>,
    phone: Vec<TwilioPatient>,
    written: u32,
}

impl World {
    /// Everybody has written once, so that there is somebody to answer.
    pub fn new(sim: Arc<Sim>, dice: Dice) -> Self {
        let instagram = (1..=ON_INSTAGRAM)
            .map(|n| sim.instagram().patient(&format!("Patient {n}"), &format!("patient.{n}")))
            .collect();
        let phone = (1..=ON_THE_PHONE).map(|n| sim.twilio().patient(&format!("+4477009001{n:02}"))).collect();
        let mut world = Self { sim, dice, instagram, phone, written: 0 };
        for n in 0..world.instagram.len() {
            let words = world.words();
            world.instagram[n].writes(&words);
        }
        for n in 0..world.phone.len() {
            let (texted, messaged) = (world.words(), world.words());
            world.phone[n].writes(&texted);
            world.phone[n].on_whatsapp().writes(&messaged);
        }
        world
    }

    /// Lives until it is dropped.
    pub async fn go_on(mut self) {
        loop {
            pause(5 + self.dice.below(90)).await;
            match self.dice.below(20) {
                0..=4 => self.spoil(),
                5 => self.cut_the_cable().await,
                _ => self.somebody_writes(),
            }
        }
    }

    fn words(&mut self) -> String {
        self.written += 1;
        let tail = ["", " 🦷", "\nand a second line", " \"quoted\"", " für Zoë"][self.dice.below(5) as usize];
        format!("message {}{tail}", self.written)
    }

    fn somebody_writes(&mut self) {
        let words = self.words();
        let dice = &self.dice;
        let phone = &self.phone[dice.below(ON_THE_PHONE) as usize];
        match dice.below(12) {
            0..=3 => drop(self.instagram[dice.below(ON_INSTAGRAM) as usize].writes(&words)),
            4 => drop(self.instagram[dice.below(ON_INSTAGRAM) as usize].sends_photo()),
            5..=6 => drop(phone.writes(&words)),
            7..=8 => drop(phone.on_whatsapp().writes(&words)),
            9 => drop(phone.on_whatsapp().sends_photo(&words)),
            10 => drop(phone.rings_in_vain()),
            _ => drop(phone.leaves_voicemail(&Voicemail::saying("Please ring me back.", 2))),
        }
    }

    fn spoil(&self) {
        let dice = &self.dice;
        let taken = dice.below(2) == 0;
        let kind = match dice.below(10) {
            0 => FaultKind::TooMany { retry_after: None },
            1 => FaultKind::TooMany { retry_after: Some(1 + dice.below(5)) },
            2 | 3 => FaultKind::Reset { taken },
            4 => FaultKind::Down { status: 500 + dice.below(4) as u16, taken, retry_after: None },
            5 => FaultKind::Truncated { bytes: dice.below(300) as usize },
            6 => FaultKind::Slow { bytes: 200, pause_ms: 500 + dice.below(2000) },
            7 => FaultKind::Duplicates,
            8 => FaultKind::OutOfOrder,
            _ => FaultKind::Garbage,
        };
        let fault = Fault::once(kind)
            .host(HOSTS[dice.below(2) as usize])
            .method(if dice.below(2) == 0 { "POST" } else { "GET" })
            .times(1 + dice.below(2));
        self.sim.fault(fault);
    }

    async fn cut_the_cable(&self) {
        let network = self.sim.network();
        network.down().await;
        pause(self.dice.below(120)).await;
        network.up().await;
    }
}
