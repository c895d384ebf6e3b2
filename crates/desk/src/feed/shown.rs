//! What the window holds, as far as the core handed it out: the baseline that patches start from.
//!
//! Holds: a page that was handed out counts as held only when the window says so with its next `watch`, because the
//! answer of a command and a patch may overtake each other on their way.

use std::collections::HashSet;

use crate::views::{InboxFilter, InboxRow, NewerPage, TimelineItem, Watch};

/// Everything the window holds, and what it looks at.
#[derive(Default)]
pub struct Shown {
    /// What it looks at.
    pub watch: Option<Watch>,
    /// The list.
    pub list: ShownList,
    /// The conversation.
    pub timeline: ShownTimeline,
    /// How often the list was compared with the store. A page that was read before the last time may be older than what
    /// the window was told since.
    pub looks: u64,
}

impl Shown {
    /// The window says what it looks at and how many rows of the list it holds. Whether all that must be compared with
    /// the store now. What it turns to need not be: it is read right after, and handed out as it stands then. Nor a
    /// further page, unless the list was looked at since it was read.
    pub fn watches(&mut self, watch: Watch) -> bool {
        let rows = usize::try_from(watch.rows).unwrap_or(usize::MAX);
        let longer = self.list.holds(watch.inbox.as_ref(), rows);
        let first = self.watch.replace(watch).is_none();
        first || longer.is_some_and(|read_at| read_at != self.looks)
    }

    /// The feed begins to compare the list with the store: which list, how many rows of it to read, and what the window
    /// has of it now.
    pub fn look_at_list(&mut self) -> Option<(InboxFilter, u32, u64)> {
        let filter = self.watch.as_ref()?.inbox.clone()?;
        self.looks = self.looks.wrapping_add(1);
        self.list.rows(&filter)?;
        let limit = u32::try_from(self.list.to_read()).unwrap_or(u32::MAX);
        Some((filter, limit, self.list.edition))
    }

    /// Whether the window still has what it had when the feed began to read. If so, the list counts as looked at once
    /// more: a page that was handed out in between may be older than what was read.
    pub fn is_still(&mut self, edition: u64) -> bool {
        let still = self.list.edition == edition;
        if still {
            self.looks = self.looks.wrapping_add(1);
        }
        still
    }

    /// A first page was handed out. The window throws it away if it has turned to another list meanwhile (a slow answer
    /// comes after a quick one), so it must not count here either: no patch would ever fit again.
    pub fn list_opened(&mut self, filter: InboxFilter, rows: Vec<InboxRow>, complete: bool) {
        let looked_at = self.watch.as_ref().and_then(|watch| watch.inbox.as_ref());
        if looked_at.is_none_or(|inbox| *inbox == filter) {
            self.list.opened(filter, rows, complete);
        }
    }

    /// A conversation was handed out; like a list, only if it is still the one that is looked at.
    pub fn timeline_opened(&mut self, conversation: &str, items: Vec<TimelineItem>, ends_early: bool) {
        let looked_at = self.watch.as_ref().and_then(|watch| watch.conversation.as_deref());
        if looked_at.is_none_or(|open| open == conversation) {
            self.timeline = ShownTimeline { conversation: Some(conversation.to_owned()), items, ends_early };
        }
    }
}

/// The list the window holds.
#[derive(Clone, Debug, Default)]
pub struct ShownList {
    filter: Option<InboxFilter>,
    held: Vec<InboxRow>,
    handed: Vec<InboxRow>,
    /// How often the list had been looked at when the oldest of the pages in `handed` was read.
    read_at: u64,
    complete: bool,
    /// Counts up with every change of what the window has.
    edition: u64,
}

impl ShownList {
    /// A first page was handed out; `complete` when there is no more.
    pub fn opened(&mut self, filter: InboxFilter, rows: Vec<InboxRow>, complete: bool) {
        let edition = self.edition.wrapping_add(1);
        *self = Self { filter: Some(filter), held: rows, handed: Vec::new(), read_at: 0, complete, edition };
    }

    /// A further page was handed out, read when the list had been looked at so often.
    pub fn more(&mut self, filter: &InboxFilter, rows: &[InboxRow], complete: bool, read_at: u64) {
        if self.filter.as_ref() == Some(filter) {
            if self.handed.is_empty() {
                self.read_at = read_at;
            }
            self.handed.extend(rows.iter().cloned());
            self.complete = complete;
        }
    }

    /// The window says that it holds so many rows of this list. If it is longer by that: when the rows were read.
    pub fn holds(&mut self, filter: Option<&InboxFilter>, rows: usize) -> Option<u64> {
        if self.filter.as_ref() != filter || rows <= self.held.len() || self.handed.is_empty() {
            return None;
        }
        let mut known: HashSet<String> = self.held.iter().map(|row| row.id.clone()).collect();
        let handed = std::mem::take(&mut self.handed);
        self.edition = self.edition.wrapping_add(1);
        self.held.extend(handed.into_iter().filter(|row| known.insert(row.id.clone())));
        Some(self.read_at)
    }

    /// The rows it holds, if it shows this list.
    pub fn rows(&self, filter: &InboxFilter) -> Option<&[InboxRow]> {
        (self.filter.as_ref() == Some(filter)).then_some(self.held.as_slice())
    }

    /// How many rows to read so that the list can be brought up to date.
    pub fn to_read(&self) -> usize {
        self.held.len() + 50
    }

    /// The part of `fresh` that the window should hold: down to the last row it already has, so that the next page
    /// still follows without a hole; everything, if it had everything.
    pub fn cut(&self, mut fresh: Vec<InboxRow>) -> Vec<InboxRow> {
        if !self.complete || !self.handed.is_empty() {
            let held: HashSet<&str> = self.held.iter().map(|row| row.id.as_str()).collect();
            let last = fresh.iter().rposition(|row| held.contains(row.id.as_str())).map_or(0, |at| at + 1);
            fresh.truncate(last.max(self.held.len()));
        }
        fresh
    }

    /// The patches were handed out: this is what the window holds now.
    pub fn now_holds(&mut self, rows: Vec<InboxRow>) {
        self.edition = self.edition.wrapping_add(1);
        self.held = rows;
    }
}

/// The conversation the window holds.
#[derive(Clone, Debug, Default)]
pub struct ShownTimeline {
    /// Which.
    pub conversation: Option<String>,
    /// Its items, oldest first, from the oldest that was handed out.
    pub items: Vec<TimelineItem>,
    /// More follows in the conversation than was handed out.
    pub ends_early: bool,
}

impl ShownTimeline {
    /// Earlier items were handed out.
    pub fn older(&mut self, conversation: &str, items: &[TimelineItem]) {
        if self.conversation.as_deref() == Some(conversation) {
            self.items.splice(0..0, items.iter().cloned());
        }
    }

    /// Later items were handed out. Asked for twice, they are held once.
    pub fn newer(&mut self, conversation: &str, page: &NewerPage) {
        if self.conversation.as_deref() == Some(conversation) && self.ends_early {
            self.items.retain(|held| page.items.iter().all(|item| item.id != held.id));
            self.items.extend(page.items.iter().cloned());
            self.ends_early = page.newer.is_some();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::Queue;

    const ALL: InboxFilter = InboxFilter::of(Queue::All);

    fn rows(ids: &str) -> Vec<InboxRow> {
        ids.chars().map(InboxRow::with_id).collect()
    }

    fn ids(rows: &[InboxRow]) -> String {
        rows.iter().map(|row| row.id.as_str()).collect()
    }

    #[test]
    fn a_page_counts_when_the_window_says_it_has_it() {
        let mut shown = ShownList::default();
        shown.opened(ALL, rows("abc"), false);
        shown.more(&ALL, &rows("cde"), true, 0);
        assert_eq!(shown.rows(&ALL).map(ids).as_deref(), Some("abc"));
        shown.holds(Some(&ALL), 5);
        assert_eq!(shown.rows(&ALL).map(ids).as_deref(), Some("abcde"));
        assert_eq!(shown.rows(&InboxFilter::of(Queue::Done)), None);
    }

    #[test]
    fn a_further_page_is_compared_with_the_store_only_if_the_list_was_looked_at_since_it_was_read() {
        let look = |rows| Watch { inbox: Some(ALL), rows, conversation: None };
        let mut shown = Shown::default();
        assert!(shown.watches(look(3)), "the first time");
        shown.list_opened(ALL, rows("abc"), false);
        assert!(!shown.watches(look(3)), "nothing is different");
        shown.list.more(&ALL, &rows("de"), false, shown.looks);
        assert!(!shown.watches(look(5)), "longer, and nobody looked");
        let read_at = shown.looks;
        shown.looks += 1;
        shown.list.more(&ALL, &rows("fg"), false, read_at);
        assert!(shown.watches(look(7)), "what was told meanwhile may be about these rows");
        assert_eq!(shown.list.rows(&ALL).map(ids).as_deref(), Some("abcdefg"));
        assert!(
            !shown.watches(Watch { conversation: Some("mara".into()), ..look(7) }),
            "it is read anew anyway"
        );
    }

    #[test]
    fn a_late_answer_is_not_taken_for_what_is_on_the_screen() {
        let done = InboxFilter::of(Queue::Done);
        let look = |inbox: &InboxFilter, open: &str| Watch {
            inbox: Some(inbox.clone()),
            rows: 60,
            conversation: Some(open.into()),
        };
        let mut shown = Shown { watch: Some(look(&done, "mara")), ..Shown::default() };
        shown.watch = Some(look(&ALL, "yusuf"));
        shown.list_opened(ALL, rows("abc"), true);
        shown.timeline_opened("yusuf", Vec::new(), false);
        // What was asked for first is answered last.
        shown.list_opened(done.clone(), rows("xy"), true);
        shown.timeline_opened("mara", Vec::new(), false);
        assert_eq!(shown.list.rows(&ALL).map(ids).as_deref(), Some("abc"));
        assert_eq!(shown.list.rows(&done), None);
        assert_eq!(shown.timeline.conversation.as_deref(), Some("yusuf"));
    }

    #[test]
    fn somebody_new_at_the_top_does_not_tear_a_hole_at_the_end() {
        let mut shown = ShownList::default();
        shown.opened(ALL, rows("abc"), false);
        assert_eq!(ids(&shown.cut(rows("xabcdef"))), "xabc");
        assert_eq!(ids(&shown.cut(rows("cabdef"))), "cab");
        assert_eq!(ids(&shown.cut(rows("abdef"))), "abd");
        shown.opened(ALL, rows("abc"), true);
        assert_eq!(ids(&shown.cut(rows("abcd"))), "abcd");
    }
}
