//! Approved templates: choosing one, filling its blanks, sending it.

use anteroom_model::{Content, Phi};
use anteroom_model::{ConversationId, Template, TemplateApproval};
use anteroom_store::{Author, NameFrom, NewSend, StoreError, TemplateSend as KeptTemplate};
use jiff::SignedDuration;

use super::{Load, fits};
use crate::accounts::read_templates;
use crate::convert;
use crate::core::Wake;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::reading;
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
        let name =
            matches!(row.name_from, NameFrom::Patient | NameFrom::DisplayName).then(|| row.name.into_inner());
        let read_at = cache.as_ref().map(|cache| cache.read_at.into());
        let templates = cache.map(|cache| cache.templates).unwrap_or_default();
        Ok(TemplateList {
            templates: templates.into_iter().map(|template| view(template, name.as_deref())).collect(),
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

fn view(template: Template, name: Option<&str>) -> TemplateView {
    let blanks = template.blanks().into_iter().enumerate().map(|(n, blank)| TemplateBlank {
        example: template.examples.iter().find(|(of, _)| *of == blank).map(|(_, example)| example.clone()),
        // Templates greet first, so the first blank is nearly always the name.
        suggestion: name.filter(|_| n == 0).map(str::to_owned),
        name: blank,
    });
    TemplateView {
        blanks: blanks.collect(),
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
