/**
 * The invented patients of the in-memory clinic: Quayside Dental, always a Tuesday, 09:41. Between them they show every
 * state the window can be in. Nobody here exists; the numbers come from the ranges kept for drama.
 */
import {
  byOrigin,
  type Conversation,
  call,
  composerFor,
  conversation,
  DAY,
  file,
  HOUR,
  MINUTE,
  note,
  ours,
  patient,
  speech,
  theirContent,
  theirs,
} from "./build";
import { templates } from "./templates";
import { unmarked } from "./triage";

export function people(now: number): Conversation[] {
  const ago = (span: number) => now - span;
  const farah = patient("Farah Mansour", {
    birth_date: "1984-05-17",
    language: "en",
    desk_note: "Prefers mornings. Parks at the back.",
    since: Date.parse("2019-03-04T09:00:00Z"),
  });
  const quoted = theirs(ago(76 * MINUTE), "Hello, a piece of my back tooth broke off at dinner yesterday");
  const farahs = conversation({
    name: "Farah Mansour",
    channel: "whatsapp",
    address: "+44 7700 900 518",
    patient: farah,
    opened: true,
    waitingSince: ago(36 * MINUTE),
    window: { is: "open", until: now + 23 * HOUR + 24 * MINUTE },
    couldBe: [{ patient: "patient-other", name: "F. Mansour", why: "same_number", channel: "sms" }],
    templates,
    earlier: Array.from({ length: 130 }, (_, i) =>
      i % 3 === 0
        ? ours(ago(70 * DAY - i * 9 * HOUR), `We have put your visit number ${i + 1} into the book.`)
        : theirs(ago(70 * DAY - i * 9 * HOUR), `Thank you, that works for me (${i + 1}).`),
    ),
    items: [
      call(ago(18 * DAY), { outcome: "answered", talk_seconds: 124, by: "Callum Reid" }),
      note(ago(18 * DAY - 3 * MINUTE), "Asked whether we take her new insurance. We do.", "Callum Reid"),
      quoted,
      theirContent(
        ago(75 * MINUTE),
        { is: "media", caption: null },
        { attachments: [file("image", { id: "picture-tooth", name: "IMG_2207.jpg", size: 1_180_000 })] },
      ),
      byOrigin(
        ago(74 * MINUTE),
        "Thank you for writing. The desk opens at 08:30 and answers you then. If your face swells or you have a fever, ring 020 7946 0158 now.",
        { is: "automation" },
        { is: "read", at: ago(73 * MINUTE) },
      ),
      theirContent(
        ago(38 * MINUTE),
        { is: "media", caption: null },
        { attachments: [file("audio", { id: "voice-farah", seconds: 14, size: 41_000, waveform: speech(54, 11) })] },
      ),
      theirs(ago(36 * MINUTE), "Is there any chance to be seen today? I am around the corner until four", {
        reactions: [{ emoji: "🙏", ours: false, by: null, state: { is: "there" } }],
        reply_to: { id: quoted.id, ours: false, text: "Hello, a piece of my back tooth broke off at dinner…" },
      }),
      note(ago(34 * MINUTE), "Dr Ferro has a gap at 11:10 since Emre moved to Friday.", "Callum Reid"),
    ],
  });

  const emre = conversation({
    name: "Emre Aydin",
    channel: "whatsapp",
    address: "+44 7700 900 733",
    patient: patient("Emre Aydin", {
      birth_date: "1991-01-29",
      language: "tr",
      since: Date.parse("2022-06-01T09:00:00Z"),
    }),
    opened: true,
    window: { is: "template_only", since: ago(103 * MINUTE) },
    templates,
    items: [
      theirs(ago(DAY + 103 * MINUTE), "Hi, could my visit tomorrow at 11:10 go to Friday? Any time after two is fine"),
      ours(ago(DAY + 60 * MINUTE), "Of course. I will look at Friday and come back to you."),
      ours(ago(90 * MINUTE), "Hello Emre, Friday at 14:30 with Dr Ferro is yours. See you then.", {
        is: "held_back",
        why: "window_closed",
        due: null,
        at: ago(91 * MINUTE),
      }),
    ],
  });

  const imogen = conversation({
    name: "Imogen Lacey",
    channel: "sms",
    address: "+44 7700 900 604",
    patient: patient("Imogen Lacey", { birth_date: "1979-09-12" }),
    opened: true,
    window: { is: "no_limit" },
    items: [
      theirs(
        ago(3 * HOUR),
        "Could you send me the times for Friday? My form is at http://quayside-dental.example/forms",
      ),
      ours(ago(170 * MINUTE), "Friday has 09:20 and 14:30.", { is: "read", at: ago(168 * MINUTE) }),
      ours(ago(160 * MINUTE), "Both are with Dr Ferro.", { is: "delivered", at: ago(160 * MINUTE) }),
      ours(ago(150 * MINUTE), "Shall I put you down for one?", {
        is: "accepted",
        at: ago(150 * MINUTE),
        receipt_overdue: false,
      }),
      ours(ago(49 * MINUTE), "I keep 14:30 for you until noon.", {
        is: "accepted",
        at: ago(49 * MINUTE),
        receipt_overdue: true,
      }),
      ours(ago(40 * MINUTE), "You can also ring us.", { is: "unknown", since: ago(40 * MINUTE), checking: false }),
      ours(ago(30 * MINUTE), "The number is 020 7946 0158.", {
        is: "failed",
        why: "unreachable",
        code: "30003",
        at: ago(30 * MINUTE),
      }),
      ours(ago(20 * MINUTE), "Have a good day.", { is: "sending" }),
      ours(ago(12 * MINUTE), "And thank you for your patience.", {
        is: "queued",
        retry_at: null,
        waits_for: "earlier",
      }),
    ],
  });

  const kinds = conversation({
    name: "@nadia.fotos",
    nameIsHandle: true,
    channel: "instagram",
    address: "@nadia.fotos",
    opened: true,
    waitingSince: ago(2 * HOUR + 10 * MINUTE),
    window: { is: "human_agent", until: now + 5 * DAY },
    items: [
      theirContent(ago(2 * DAY), { is: "story_mention" }),
      theirContent(ago(2 * DAY - 4 * MINUTE), { is: "story_reply", body: "Is this the new room?" }),
      byOrigin(
        ago(2 * DAY - 20 * MINUTE),
        "Yes, since Monday",
        { is: "elsewhere" },
        { is: "read", at: ago(2 * DAY - 30 * MINUTE) },
      ),
      theirContent(ago(26 * HOUR), {
        is: "shared",
        url: "https://xn--quayside-dntal-1na.example/offer",
        title: "Whitening week",
      }),
      theirs(ago(25 * HOUR), "", { taken_back: true }),
      theirContent(ago(24 * HOUR), {
        is: "location",
        latitude: 51.5072,
        longitude: -0.1276,
        name: "Ferry pier",
        address: "Quay Street 3",
      }),
      theirContent(ago(23 * HOUR), { is: "unsupported", raw_kind: "avatar_sticker" }),
      theirContent(
        ago(22 * HOUR),
        { is: "media", caption: "The form you wanted" },
        { attachments: [file("file", { name: "Referral Nadia.pdf", size: 184_000 })] },
      ),
      theirContent(
        ago(21 * HOUR),
        { is: "media", caption: null },
        {
          attachments: [
            file("image", {
              name: null,
              size: 2_400_000,
              state: { is: "retrying", at: now + 9 * MINUTE, possible_until: now + 7 * DAY },
            }),
          ],
        },
      ),
      theirContent(
        ago(20 * HOUR),
        { is: "media", caption: null },
        { attachments: [file("video", { state: { is: "gone" }, name: null })] },
      ),
      theirContent(
        ago(19 * HOUR),
        { is: "media", caption: null },
        { attachments: [file("video", { state: { is: "not_kept" }, name: "clip.mp4", size: 88_000_000 })] },
      ),
      theirContent(
        ago(18 * HOUR),
        { is: "media", caption: null },
        { attachments: [file("image", { state: { is: "waiting" }, size: 900_000 })] },
      ),
      theirs(ago(2 * HOUR + 10 * MINUTE), "So is it still possible this week?"),
    ],
    couldBe: [{ patient: "patient-nadia", name: "Nadia Kowal", why: "same_name", channel: "whatsapp" }],
  });

  const voicemail = conversation({
    name: "+44 7700 900 271",
    nameIsHandle: true,
    channel: "phone",
    address: "+44 7700 900 271",
    waitingSince: ago(47 * MINUTE),
    window: { is: "not_writable" },
    couldBe: [{ patient: "patient-june", name: "June Atherley", why: "same_name", channel: "sms" }],
    items: [
      call(ago(6 * DAY), { outcome: "missed", ring_seconds: 12 }),
      call(ago(6 * DAY - 4 * MINUTE), { outcome: "answered", talk_seconds: 124, by: "Callum Reid" }),
      note(ago(6 * DAY - 7 * MINUTE), "Wanted the opening hours, gave no name.", "Callum Reid"),
      call(ago(47 * MINUTE), {
        outcome: "missed",
        ring_seconds: 22,
        recordings: [
          {
            voicemail: true,
            seconds: 38,
            audio: file("audio", { id: "voicemail-june", seconds: 38, size: 152_000, waveform: speech(112, 5) }),
            deleted_at_provider: false,
            deleted_at_provider_on: null,
            transcript: [
              {
                start: 0,
                text: "Good morning, this is June Atherley. I have a cleaning on Thursday at a quarter past two.",
                unsure: false,
              },
              { start: 12, text: "My son cannot drive me before four, he works at the Harrow depot.", unsure: true },
              {
                start: 24,
                text: "Is there something later that day, or the Thursday after? Please ring my mobile.",
                unsure: false,
              },
            ],
          },
        ],
      }),
    ],
  });

  return [
    conversation({
      name: "Ottilie Brandt",
      channel: "instagram",
      address: "@ottilie.brandt",
      patient: patient("Ottilie Brandt", { birth_date: "1996-04-22", language: "en" }),
      opened: true,
      waitingSince: ago(21 * HOUR + 18 * MINUTE),
      window: { is: "open", until: now + 2 * HOUR + 42 * MINUTE },
      items: [
        ours(ago(26 * HOUR), "Your first visit is on Thursday at 09:00."),
        theirs(ago(21 * HOUR + 18 * MINUTE), "Lovely, thanks! Is there anything I should bring along on Thursday?"),
      ],
    }),
    conversation({
      name: "Matteo Villani",
      channel: "instagram",
      address: "@matteo.villani",
      opened: true,
      waitingSince: ago(13 * HOUR + 30 * MINUTE),
      window: { is: "open", until: now + 10 * HOUR + 30 * MINUTE },
      items: [theirs(ago(13 * HOUR + 30 * MINUTE), "Do you also have times in the evening? I finish work at six")],
    }),
    kinds,
    voicemail,
    farahs,
    conversation({
      name: "Arben Hoxha",
      channel: "whatsapp",
      address: "+44 7700 900 389",
      patient: patient("Arben Hoxha", { language: "sq" }),
      waitingSince: ago(21 * MINUTE),
      window: { is: "open", until: now + 23 * HOUR + 39 * MINUTE },
      templates,
      items: [theirs(ago(21 * MINUTE), "A ka mundësi ta zhvendosim terminin tim për të premten në mëngjes?")],
    }),
    conversation({
      name: "Tobias Wren",
      channel: "sms",
      address: "+44 7700 900 152",
      patient: patient("Tobias Wren"),
      opened: true,
      waitingSince: ago(16 * MINUTE),
      composer: {
        ...composerFor("sms"),
        draft: { reply: "There are four places behind the house", note: "", files: [], quote: null, later: null },
      },
      items: [theirs(ago(16 * MINUTE), "Ok, but can I park behind the house or only in the street?")],
    }),
    conversation({
      name: "ليلى الخطيب",
      channel: "whatsapp",
      address: "+44 7700 900 846",
      patient: patient("ليلى الخطيب", { language: "ar", birth_date: "1988-11-02" }),
      waitingSince: ago(9 * MINUTE),
      window: { is: "open", until: now + 23 * HOUR + 51 * MINUTE },
      templates,
      items: [theirs(ago(9 * MINUTE), "صباح الخير، هل يمكنني تغيير موعدي إلى الساعة 11:30؟ رقمي ‎020 7946 0158")],
    }),
    emre,
    conversation({
      name: "Sheila Portman",
      channel: "sms",
      address: "+44 7700 900 045",
      patient: patient("Sheila Portman", { birth_date: "1951-07-30" }),
      opened: true,
      items: [
        ours(ago(39 * MINUTE), "A reminder of your visit on Thursday 26 November at 11:40.", {
          is: "failed",
          why: "unreachable",
          code: "30006",
          at: ago(38 * MINUTE),
        }),
      ],
    }),
    imogen,
    conversation({
      name: "Daniel Achterberg",
      channel: "whatsapp",
      address: "+44 7700 900 960",
      patient: patient("Daniel Achterberg"),
      opened: true,
      window: { is: "open", until: now + 22 * HOUR },
      templates,
      items: [
        theirs(ago(20 * MINUTE), "Which entrance is it on Thursday?"),
        ours(ago(9 * MINUTE), "See you on Thursday at 14:20. The side door is open from 14:00.", {
          is: "read",
          at: ago(8 * MINUTE),
        }),
      ],
    }),
    conversation({
      name: "Jonas Weidmann",
      channel: "instagram",
      address: "@weidmann.jonas",
      patient: patient("Jonas Weidmann", { language: "de" }),
      opened: true,
      window: { is: "open", until: now + 20 * HOUR },
      items: [
        theirs(ago(40 * MINUTE), "Guten Morgen, was kostet eine Zahnreinigung bei Ihnen?"),
        ours(ago(23 * MINUTE), "I have asked Dr Ferro and will write back before noon.", {
          is: "delivered",
          at: ago(22 * MINUTE),
        }),
      ],
    }),
    conversation({
      name: "Ingrid Solheim",
      channel: "whatsapp",
      address: "+44 7700 900 411",
      patient: patient("Ingrid Solheim"),
      opened: true,
      marks: { ...unmarked(), done: true },
      window: { is: "template_only", since: ago(2 * DAY) },
      templates,
      items: [
        theirs(ago(3 * DAY), "Thank you, all good now"),
        ours(ago(3 * DAY - 5 * MINUTE), "Glad to hear it, Ingrid.", { is: "read", at: ago(3 * DAY - 9 * MINUTE) }),
      ],
    }),
  ];
}

/** Many plain conversations, for looking at a long list. */
export function crowd(now: number, many: number): Conversation[] {
  return Array.from({ length: many }, (_, i) =>
    conversation({
      name: `Invented Patient ${i + 1}`,
      channel: (["whatsapp", "sms", "instagram"] as const)[i % 3] ?? "sms",
      address: `+44 7700 9${String(i % 100_000).padStart(5, "0")}`,
      waitingSince: now - (i + 1) * MINUTE,
      window: { is: "open", until: now + 20 * HOUR },
      items: [theirs(now - (i + 1) * MINUTE, `Question number ${i + 1} of a very long morning`)],
    }),
  );
}
