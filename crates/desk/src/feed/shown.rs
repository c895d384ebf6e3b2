//! What the window holds, as far as the core handed it out: the baseline that patches start from.
//!
//! Holds: a page that was handed out counts as held only when the window says so with its next `watch`, because the
//! answer of a command and a patch may overtake each other on their way.

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
}

impl Shown {
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
    complete: bool,
}

impl ShownList {
    /// A first page was handed out; `complete` when there is no more.
    pub fn opened(&mut self, filter: InboxFilter, rows: Vec<InboxRow>, complete: bool) {
        *self = Self { filter: Some(filter), held: rows, handed: Vec::new(), complete };
    }

    /// A further page was handed out.
    pub fn more(&mut self, filter: &InboxFilter, rows: &[InboxRow], complete: bool) {
        if self.filter.as_ref() == Some(filter) {
            self.handed.extend(rows.iter().cloned());
            self.complete = complete;
        }
    }

    /// The window says that it holds so many rows of this list.
    pub fn holds(&mut self, filter: Option<&InboxFilter>, rows: usize) {
        if self.filter.as_ref() == filter && rows > self.held.len() {
            for row in self.handed.drain(..) {
                if self.held.iter().all(|held| held.id != row.id) {
                    self.held.push(row);
                }
            }
        }
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
            let held = |row: &InboxRow| self.held.iter().any(|held| held.id == row.id);
            let last = fresh.iter().rposition(held).map_or(0, |at| at + 1);
            fresh.truncate(last.max(self.held.len()));
        }
        fresh
    }

    /// The patches were handed out: this is what the window holds now.
    pub fn now_holds(&mut self, rows: Vec<InboxRow>) {
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
        shown.more(&ALL, &rows("cde"), true);
        assert_eq!(shown.rows(&ALL).map(ids).as_deref(), Some("abc"));
        shown.holds(Some(&ALL), 5);
        assert_eq!(shown.rows(&ALL).map(ids).as_deref(), Some("abcde"));
        assert_eq!(shown.rows(&InboxFilter::of(Queue::Done)), None);
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
