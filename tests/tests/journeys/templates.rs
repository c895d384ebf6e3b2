//! After the window: approved templates, filled and checked before they leave.

use anteroom_desk::views::{Code, ContentView, ItemBody, TemplateSend, WindowView};
use anteroom_tests::{Clinic, hours, minutes};

#[tokio::test]
async fn after_the_window_an_approved_template_reaches_the_patient() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142").on_whatsapp();
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sleeps(hours(30)).await;
    let conversation = clinic.conversation(yusuf.number());
    let view = clinic.opens(yusuf.number()).await;
    assert!(
        matches!(view.head.window, WindowView::TemplateOnly { since: Some(_) }),
        "{:?}",
        view.head.window
    );
    let list = clinic.desk().templates(&conversation).await.expect("the list");
    assert!(list.read_at.is_some());
    let reminder = list.templates.iter().find(|template| template.name == "visit_reminder").expect("known");
    assert!(reminder.approved);
    let send = |values: &[(&str, &str)], template: &str| TemplateSend {
        later: None,
        conversation: conversation.clone(),
        template: template.to_owned(),
        values: values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        press: clinic.press(),
    };
    let unfilled = clinic.desk().template_send(send(&[("1", "Yusuf")], &reminder.id)).await;
    assert_eq!(unfilled.map(drop).map_err(|error| error.code), Err(Code::TemplateIncomplete));
    let refused = list.templates.iter().find(|template| !template.approved).expect("one of each kind");
    let values = [("1", "Yusuf"), ("2", "Friday at ten")];
    let not_approved = clinic.desk().template_send(send(&values, &refused.id)).await;
    assert_eq!(not_approved.map(drop).map_err(|error| error.code), Err(Code::TemplateRefused));
    clinic.desk().template_send(send(&values, &reminder.id)).await.expect("taken");
    clinic.advance(minutes(1)).await;
    assert_eq!(yusuf.received(), ["Hello Yusuf, your visit is Friday at ten."]);
    let view = clinic.opens(yusuf.number()).await;
    let Some(ItemBody::Message(message)) = view.items.last().map(|item| &item.body) else {
        panic!("a message")
    };
    assert!(matches!(&message.content, ContentView::Template { name, .. } if name == "visit_reminder"));
}
