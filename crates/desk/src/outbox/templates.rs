//! Approved templates: choosing one, filling its blanks, sending it.

use anteroom_model::saved::{Variable, short_language};
use anteroom_model::{Content, Phi};
use anteroom_model::{ConversationId, Template, TemplateApproval};
use anteroom_store::{Author, NewSend, StoreError, TemplateSend as KeptTemplate};
use jiff::SignedDuration;

use super::{Load, fits};
use crate::accounts::read_templates;
use crate::convert;
use crate::core::Wake;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::reading;
use crate::saved::Known;
use crate::views::{Code, Sent, TemplateBlank, TemplateList, TemplateSend, TemplateView, WireError};

/// A list that somebody looks at should not be older.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

impl Desk {
    /// The templates that could be sent in a conversation. Read at the provider if the kept list is old; without a
    /// network the kept list is shown.
    ///
    /// # Errors
    /// When there is no such conversation.
    pub async fn templates(&self, conversation: &str) -> Result<TemplateList, WireError> {
        let id: ConversationId = parsed(conversation)?;
        let row =
            self.core.read(|tx| tx.conversation(id)).map_err(Fault::from)?.ok_or_else(Fault::not_found)?;
        if let Some(line) = self.core.lines.of(row.account).filter(|line| line.is_active()) {
            read_templates(&self.core, &line, FRESH).await;
        }
        let cache = self.core.read(|tx| tx.templates(row.account)).map_err(Fault::from)?;
        let known = Known::of(&self.core, &row);
        let theirs = row.said_language.or(row.guessed_language);
        let read_at = cache.as_ref().map(|cache| cache.read_at.into());
        let mut templates = cache.map(|cache| cache.templates).unwrap_or_default();
        // Those in the patient's language first, and within those that may be sent; else as the provider lists them.
        templates.sort_by_key(|template| {
            let other = theirs.as_deref().is_some_and(|theirs| !speaks(template, theirs));
            (other, template.approval != TemplateApproval::Approved)
        });
        Ok(TemplateList {
            templates: templates.into_iter().map(|template| view(template, &known)).collect(),
            read_at,
        })
    }

    /// Sends a template.
    ///
    /// # Errors
    /// [`Code::TemplateIncomplete`] or [`Code::TemplateRefused`], or what the channel's rules say.
    pub async fn template_send(&self, send: TemplateSend) -> Result<Sent, WireError> {
        Ok(self.send_template(send).await?)
    }

    async fn send_template(&self, send: TemplateSend) -> Result<Sent, Fault> {
        if let Some(sent) = self.sent_before(&send.press)? {
            return Ok(sent);
        }
        let id: ConversationId = parsed(&send.conversation)?;
        let (row, opted_out, cache) = self.core.read(|tx| {
            let row = tx.conversation(id)?.ok_or(StoreError::NotFound)?;
            let opted_out = tx.opted_out(row.identity, &row.own_address)?;
            let cache = tx.templates(row.account)?.ok_or(StoreError::NotFound)?;
            Ok((row, opted_out, cache))
        })?;
        let template = cache.templates.into_iter().find(|template| template.id == send.template);
        let template = template.ok_or_else(Fault::not_found)?;
        let body = template.fill(&send.values)?;
        let line = self.core.lines.of(row.account).ok_or_else(|| Fault::of(Code::SignInNeeded))?;
        let can = line.connector.capabilities(row.channel);
        let later = send.later.map(|later| self.chosen(later)).transpose()?;
        let leaves = later.map_or(self.core.clock.now(), |later| later.at);
        let window = convert::window_of(&self.core, &row, leaves);
        fits(&Load::Template, &can, window, opted_out)?;
        let value = |blank: &String| send.values.iter().find(|(name, _)| name == blank);
        let blanks = template.blanks();
        let values = blanks.iter().filter_map(value);
        let values = values.map(|(name, value)| (name.clone(), Phi::from(value.trim()))).collect();
        let new = NewSend {
            conversation: id,
            by: Author::Staff(self.core.staff().id),
            press: send.press,
            content: Content::Template {
                template_id: template.id.clone(),
                name: template.name,
                body: Phi::new(body),
            },
            files: Vec::new(),
            template: Some(KeptTemplate { template_id: template.id, values }),
            reply_to: None,
            undo_until: self.undo_until(),
            later,
        };
        let sent = self.core.write(move |tx| tx.send(&new)).await?;
        self.core.wake(Wake::Outbox);
        Ok(Sent { item: reading::timeline_item(&self.core, sent.message)?, outbox: sent.outbox.to_string() })
    }
}

/// Whether a template is in this language, whatever the region.
fn speaks(template: &Template, language: &str) -> bool {
    short_language(&template.language) == short_language(language)
}

/// What is put into a blank before anybody typed. A blank with a name of ours gets that; templates greet first, so the
/// first numbered one is nearly always the name, the first name where the example is one word.
fn suggestion(
    known: &Known,
    template: &Template,
    n: usize,
    blank: &str,
    example: Option<&str>,
) -> Option<String> {
    let one_word = example.is_some_and(|example| !example.trim().contains(char::is_whitespace));
    let numbered = blank.chars().all(|c| c.is_ascii_digit());
    let variable = match Variable::named(blank) {
        Some(variable) => variable,
        None if n == 0 && numbered && one_word => Variable::FirstName,
        None if blank == "name" || (n == 0 && numbered) => Variable::Patient,
        None => return None,
    };
    known.value(variable, &template.language).map(Phi::into_inner)
}

fn view(template: Template, known: &Known) -> TemplateView {
    let blanks = template.blanks().into_iter().enumerate().map(|(n, blank)| {
        let example =
            template.examples.iter().find(|(of, _)| *of == blank).map(|(_, example)| example.clone());
        let suggestion = suggestion(known, &template, n, &blank, example.as_deref());
        TemplateBlank { example, suggestion, name: blank }
    });
    let blanks: Vec<TemplateBlank> = blanks.collect();
    TemplateView {
        blanks,
        approved: template.approval == TemplateApproval::Approved,
        state: word(template.approval).to_owned(),
        id: template.id,
        name: template.name,
        language: template.language,
        category: template.category,
        body: template.body,
        buttons: template.buttons,
        reason: template.reason,
    }
}

const fn word(approval: TemplateApproval) -> &'static str {
    match approval {
        TemplateApproval::Approved => "approved",
        TemplateApproval::Pending => "pending",
        TemplateApproval::Rejected => "rejected",
        TemplateApproval::Paused => "paused",
        TemplateApproval::Disabled => "disabled",
    }
}
