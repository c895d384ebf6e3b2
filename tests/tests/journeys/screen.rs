//! What the window is told by itself: applying the patches gives what reading afresh gives.

use anteroom_desk::feed::{Feed, apply};
use anteroom_desk::views::{
    DraftSave, FeedItem, InboxFilter, InboxRow, Queue, StaleTopic, TimelineItem, TriageAct, Watch,
};
use anteroom_tests::{Clinic, minutes};

/// A window that only knows what it was told.
struct Window {
    feed: Feed,
    rows: Vec<InboxRow>,
    items: Vec<TimelineItem>,
    stale: Vec<StaleTopic>,
    number: u32,
}

impl Window {
    fn open(clinic: &Clinic, queue: Queue) -> Self {
        let feed = clinic.desk().feed();
        let filter = InboxFilter::of(queue);
        let rows = clinic.desk().inbox_open(filter.clone(), 50).expect("the list").rows;
        let watch = Watch { inbox: Some(filter), rows: 50, conversation: None };
        clinic.desk().watch(watch);
        Self { feed, rows, items: Vec::new(), stale: Vec::new(), number: 0 }
    }

    async fn opens(&mut self, clinic: &Clinic, queue: Queue, handle: &str) {
        let view = clinic.opens(handle).await;
        self.items = view.items;
        let inbox = Some(InboxFilter::of(queue));
        clinic.desk().watch(Watch { inbox, rows: 50, conversation: Some(view.id) });
    }

    fn hears(&mut self) {
        while let Some(batch) = self.feed.now().expect("news") {
            self.number += 1;
            assert_eq!(batch.number, self.number, "no hole");
            batch.items.into_iter().for_each(|item| self.takes(item));
        }
    }

    fn takes(&mut self, item: FeedItem) {
        match item {
            FeedItem::Inbox { patches, .. } => {
                patches.into_iter().for_each(|patch| apply(&mut self.rows, patch))
            }
            FeedItem::Timeline { put, removed, .. } => {
                self.items.retain(|item| !removed.contains(&item.id));
                for new in put {
                    self.items.retain(|item| item.id != new.id);
                    self.items.push(new);
                }
                self.items.sort_by_key(|item| item.position.parse::<i64>().expect("a place"));
            }
            FeedItem::Stale { topics } => self.stale.extend(topics),
            FeedItem::Status { .. } => {}
            FeedItem::Resync => panic!("nobody was slow"),
        }
    }
}

#[tokio::test]
async fn the_lists_on_the_screen_follow_the_store_by_patches_alone() {
    for queue in [Queue::Waiting, Queue::All] {
        let clinic = Clinic::open().await.with_instagram().await.with_twilio().await;
        let mut window = Window::open(&clinic, queue);
        let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
        let yusuf = clinic.sim.twilio().patient("+447700900142");
        maria.writes("hello");
        clinic.advance(minutes(1)).await;
        window.hears();
        assert_eq!(window.rows, clinic.queue(queue), "{queue:?}");
        yusuf.writes("hello");
        clinic.advance(minutes(1)).await;
        window.hears();
        window.opens(&clinic, queue, maria.id()).await;
        window.hears();
        maria.writes("still there?");
        clinic.replies(maria.id(), "yes").await;
        window.opens(&clinic, queue, maria.id()).await;
        clinic.advance(minutes(3)).await;
        window.hears();
        let fresh = clinic.desk().conversation_read(&clinic.conversation(maria.id())).expect("readable");
        assert_eq!(window.items, fresh.items, "{queue:?}");
        let filter = InboxFilter::of(queue);
        let rows = clinic.desk().inbox_open(filter, 50).expect("the list").rows;
        assert_eq!(window.rows, rows, "{queue:?}");
        clinic.decides(&[yusuf.number()], TriageAct::Done).await;
    }
}

#[tokio::test]
async fn whoever_scrolled_far_down_keeps_every_row_when_somebody_writes() {
    let clinic = Clinic::open().await.with_twilio().await;
    for n in 0..560 {
        clinic.sim.twilio().patient(&format!("+447700{n:06}")).writes("hello");
    }
    clinic.advance(minutes(2)).await;
    let filter = InboxFilter::of(Queue::All);
    let desk = clinic.desk();
    let mut window = Window::open(&clinic, Queue::All);
    let mut next = desk.inbox_open(filter.clone(), 50).expect("the list").next;
    while window.rows.len() < 550 {
        let page = desk.inbox_more(filter.clone(), &next.expect("there is more"), 50).expect("a page");
        window.rows.extend(page.rows);
        next = page.next;
        let rows = u32::try_from(window.rows.len()).expect("few");
        desk.watch(Watch { inbox: Some(filter.clone()), rows, conversation: None });
    }
    window.hears();
    clinic.sim.twilio().patient("+447700900142").writes("and me");
    clinic.advance(minutes(1)).await;
    window.hears();
    assert_eq!(window.rows.len(), 551, "nobody between here and the next page is lost");
    let after = desk.inbox_more(filter, &next.expect("there is more"), 50).expect("a page");
    assert_eq!(after.rows.len(), 10, "and nobody after it");
}

#[tokio::test]
async fn a_new_account_makes_the_account_page_old() {
    let clinic = Clinic::open().await;
    let mut window = Window::open(&clinic, Queue::All);
    window.hears();
    clinic.connect(clinic.twilio_request()).await;
    window.hears();
    assert!(window.stale.contains(&StaleTopic::Accounts));
}

#[tokio::test]
async fn a_window_that_fell_far_behind_is_told_to_start_again() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    let mut feed = clinic.desk().feed();
    let conversation = clinic.conversation(yusuf.number());
    for n in 0..1100 {
        let draft = DraftSave {
            later: None,
            conversation: conversation.clone(),
            reply: format!("draft {n}"),
            note: String::new(),
            quote: None,
            by: None,
        };
        clinic.desk().draft_save(draft).await.expect("kept");
    }
    let batch = feed.now().expect("news").expect("a batch");
    assert!(batch.items.contains(&FeedItem::Resync));
}

/// A conversation of so many messages, all here.
async fn long_talk(clinic: &Clinic, messages: usize) -> anteroom_sim::twilio::TwilioPatient {
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    for n in 0..messages {
        yusuf.writes(&format!("message {n}"));
    }
    clinic.advance(minutes(10)).await;
    yusuf
}

#[tokio::test]
async fn a_jump_far_back_tells_that_it_does_not_reach_the_end_and_nothing_is_put_behind_the_hole() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = long_talk(&clinic, 620).await;
    let mut window = Window::open(&clinic, Queue::All);
    window.opens(&clinic, Queue::All, yusuf.number()).await;
    let id = clinic.conversation(yusuf.number());
    let places = || -> Vec<String> {
        let whole = clinic.desk().store().read(|tx| tx.timeline(id.parse().expect("an id"), None, 2000));
        whole.expect("the timeline").items.iter().map(|item| item.position().0.to_string()).collect()
    };
    let hit = places()[30].clone();
    let view = clinic.desk().conversation_around(&id, &hit).await.expect("the place");
    assert!(view.items.iter().any(|item| item.position == hit));
    let mut after = view.newer.clone().expect("620 are more than it reads");
    window.items = view.items;
    window.hears();
    let held = window.items.len();
    yusuf.writes("and something new");
    clinic.advance(minutes(1)).await;
    window.hears();
    assert_eq!(window.items.len(), held, "there are others between");
    loop {
        let page = clinic.desk().conversation_newer(&id, &after).expect("what comes after");
        window.items.extend(page.items);
        match page.newer {
            Some(next) => after = next,
            None => break,
        }
    }
    yusuf.writes("and at the end");
    clinic.advance(minutes(1)).await;
    window.hears();
    let whole = places();
    let shown: Vec<String> = window.items.iter().map(|item| item.position.clone()).collect();
    let first = whole.iter().position(|place| Some(place) == shown.first()).expect("it is from there");
    assert_eq!(shown, whole[first..], "no hole, nothing twice, to the last");
}

#[tokio::test]
async fn when_more_arrives_than_is_read_the_window_is_told_to_read_again() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = long_talk(&clinic, 20).await;
    let mut window = Window::open(&clinic, Queue::All);
    window.opens(&clinic, Queue::All, yusuf.number()).await;
    window.hears();
    for n in 0..600 {
        yusuf.writes(&format!("another {n}"));
    }
    clinic.advance(minutes(10)).await;
    let items = window.feed.now().expect("news").expect("a batch").items;
    assert!(items.iter().any(|item| matches!(item, FeedItem::Resync)));
    assert!(!items.iter().any(|item| matches!(item, FeedItem::Timeline { .. })), "nothing behind a hole");
    window.opens(&clinic, Queue::All, yusuf.number()).await;
    yusuf.writes("the last");
    clinic.advance(minutes(1)).await;
    window.number += 1;
    window.hears();
    assert_eq!(window.items.len(), 51);
}
