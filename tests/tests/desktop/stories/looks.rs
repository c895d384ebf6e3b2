//! Every screen in light and dark, small, and from right to left: held against the rules, and pictured.

use thirtyfour::{By, Key};

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_can_be_used_by_everybody() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    world.0.instagram().known("drita.gashi").expect("she is in the demo").files_are_lost();
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    window.finds("[data-row]", "Sabine Kröger").await;
    window.is_accessible("the inbox, nothing open").await;

    window.opens("Drita Gashi").await;
    window.sees_in("[role=log]", "Mirëdita, më ka rënë një copë").await;
    window.sees_in("[role=log]", "It can no longer be fetched from the channel.").await;
    window.is_accessible("a conversation that is closed, with files that are gone").await;
    window.opens("Elif Yıldız").await;
    window.finds("[role=log] img", "").await;
    window.is_accessible("a conversation with a picture").await;
    window.is_pictured("inbox-light").await;
    window.is_pictured_in("dark", "inbox-dark").await;
    window.clicks("[role=tab]", "Note").await;
    window.is_accessible("a note").await;
    window.clicks("[role=tab]", "Reply").await;

    window.resize(1024, 768).await;
    window.is_accessible("the inbox at 1024 by 768").await;
    window.is_pictured("inbox-1024x768").await;
    window.resize(1440, 900).await;

    for (page, picture) in [
        ("Channels", "settings-channels"),
        ("Look", "settings-look"),
        ("Sending and calling", "settings-sending"),
        ("Notifications", "settings-notifications"),
        ("Network", "settings-network"),
        ("Demo clinic", "settings-demo"),
        ("Keys", "settings-keys"),
        ("About", "settings-about"),
    ] {
        window.opens_settings(page).await;
        window.is_accessible(&format!("settings, {page}")).await;
        window.is_pictured(picture).await;
    }
    window.opens_settings("Channels").await;
    window.sees("Check now").await;
    window.presses("Disconnect").await;
    window.sees("What happens when you disconnect").await;
    window.is_accessible("before disconnecting").await;
    window.is_pictured("settings-disconnect").await;
    window.presses("Keep it connected").await;
    window.presses("Disconnect").await;
    window.presses("Disconnect @").await;
    window.sees("is disconnected").await;
    window.is_accessible("after disconnecting").await;
    window.is_pictured("settings-disconnected").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_can_be_read_from_right_to_left_and_in_the_dark() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    window.opens_settings("Look").await;
    window.chooses("Light", "Dark").await;
    let arabic = window.session.find(By::Css("select[aria-label=Language] option[value=ar]")).await;
    arabic.expect("Arabic can be chosen").click().await.expect("it is chosen");
    let turned = "return document.documentElement.dir === 'rtl' && document.documentElement.lang.startsWith('ar') && document.documentElement.dataset.theme === 'dark'";
    window.asks_until("the window has turned", turned, vec![]).await;
    window.is_accessible("settings in Arabic").await;

    window.presses_keys(&[Key::Control], '1').await;
    // Nobody waits there, so the list of all it is.
    window.clicks("nav button", "الكل").await;
    window.scrolls_to("عمر الخطيب").await;
    window.clicks("[data-row]", "عمر الخطيب").await;
    window.sees_in("[role=log]", "هل العيادة مفتوحة يوم السبت؟").await;
    // What comes first stands on the right: list, then conversation, then card.
    let order = "
        const left = (pane) => document.querySelector(`[data-pane=${pane}]`).getBoundingClientRect().left;
        return left('list') > left('conversation') && left('conversation') > left('card')";
    assert_eq!(window.asks(order, vec![]).await, true);
    window.is_accessible("the inbox in Arabic").await;
    window.is_pictured("inbox-arabic-dark").await;
    window.is_pictured_in("light", "inbox-arabic").await;
    window.key('f').await;
    window.sees_in("[role=dialog]", "تضييق القائمة").await;
    window.is_accessible("the filters in Arabic").await;
    window.is_pictured_in("light", "filter-arabic").await;
    window.key(Key::Escape).await;
    window.presses_keys(&[Key::Control], '3').await;
    window.clicks("[data-pane=list] [role=option]", "Elif Yıldız").await;
    window.sees_in("[data-pane=card]", "Elif Yıldız").await;
    window.is_accessible("the patients in Arabic").await;
    window.is_pictured_in("light", "patients-arabic").await;
    window.clicks("[data-pane=list] button", "استيراد جهات الاتصال").await;
    window.sees_in("[role=dialog]", "استيراد جهات الاتصال").await;
    window.is_accessible("an import in Arabic").await;
    window.is_pictured_in("light", "import-choose-arabic").await;
    window.key(Key::Escape).await;
    window.presses_keys(&[Key::Control], '6').await;
    window.finds("h1", "إحصاءات").await;
    window.is_accessible("insights in Arabic").await;
    window.is_pictured_in("light", "insights-arabic").await;
    window.clicks("[role=radiogroup] label", "للمراجعة").await;
    window.finds("[role=radiogroup] label.on", "للمراجعة").await;
    window.is_accessible("what to look through, in Arabic").await;
    window.is_pictured_in("light", "review-arabic").await;
    window.presses_keys(&[Key::Control], 'k').await;
    window.has_focus_on("dialog combobox").await;
    window.types("Elif").await;
    window.finds("[role=option]", "Elif Yıldız").await;
    window.is_accessible("search in Arabic").await;
    window.is_pictured_in("light", "search-arabic").await;
    window.key(Key::Escape).await;
    window.presses_keys(&[Key::Control], ',').await;
    for (page, picture) in [
        ("القنوات", "settings-channels-arabic"),
        ("ساعات العمل", "settings-hours-arabic"),
        ("الردود التلقائية", "settings-automatic-arabic"),
        ("العاملون", "people-arabic"),
        ("المفاتيح", "settings-keys-arabic"),
    ] {
        window.clicks("nav.list button", page).await;
        window.sees_in("#settings-page", page).await;
        window.is_accessible(&format!("settings in Arabic, {picture}")).await;
        window.is_pictured_in("light", picture).await;
    }
    window.loses_power().await;

    // It is the same desk after a restart.
    let window = Window::open(&home, Start::Demo(&world)).await;
    window.asks_until("the window has turned", turned, vec![]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_fits_a_small_window() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    window.opens("Elif Yıldız").await;
    window.finds("[role=log] img", "").await;
    window.resize(1024, 768).await;
    window.key('p').await;
    window.sees_in("[data-pane=card]", "Elif Yıldız").await;
    window.is_accessible("the card as a drawer").await;
    window.key(Key::Escape).await;
    window.key('f').await;
    window.sees_in("[role=dialog]", "Narrow the list").await;
    window.is_accessible("the filters at 1024 by 768").await;
    window.is_pictured("filter-1024x768").await;
    window.key(Key::Escape).await;
    window.key('s').await;
    window.finds("[role=dialog]", "").await;
    window.is_accessible("the times to put aside at 1024 by 768").await;
    window.key(Key::Escape).await;
    window.presses_keys(&[Key::Control], 'k').await;
    window.has_focus_on("dialog combobox Search or jump").await;
    window.is_accessible("the palette at 1024 by 768").await;
    window.is_pictured("commands-1024x768").await;
    window.key(Key::Escape).await;

    window.presses_keys(&[Key::Control], '3').await;
    window.clicks("[data-pane=list] [role=option]", "Elif Yıldız").await;
    window.sees_in("[data-pane=card]", "Elif Yıldız").await;
    window.is_accessible("the patients at 1024 by 768").await;
    window.is_pictured("patients-1024x768").await;
    for (page, picture) in [
        ("Channels", "settings-channels-1024x768"),
        ("Opening hours", "settings-hours-1024x768"),
        ("Keys", "settings-keys-1024x768"),
        ("Saved replies", "settings-saved-replies-1024x768"),
    ] {
        window.opens_settings(page).await;
        window.is_accessible(&format!("settings at 1024 by 768, {page}")).await;
        window.is_pictured(picture).await;
    }
}
