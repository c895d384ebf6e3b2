/** Invented people who could be one, and some who share a telephone. */
import { conversation, MINUTE, patient, theirs } from "../src/platform/fake/build";

/** Leila by WhatsApp and again by text, and a family on one telephone. */
export function family(now: number) {
  const email = [{ kind: "email" as const, value: "leila@post.example" }];
  const leila = patient("Leila Haddad", { birth_date: "1981-08-03", contacts: email });
  const other = patient("L. Haddad", { contacts: email });
  const shared = [patient("Nora Adeyemi"), patient("Ife Adeyemi"), patient("Tola Adeyemi")];
  const question = theirs(now - 5 * MINUTE, "Can we come today?");
  return [
    conversation({
      name: "Leila Haddad",
      channel: "whatsapp",
      address: "+44 7700 900 142",
      patient: leila,
      waitingSince: now - 30 * MINUTE,
      items: [theirs(now - 30 * MINUTE, "my crown came off")],
    }),
    conversation({
      name: "L. Haddad",
      channel: "sms",
      address: "+44 7700 900 857",
      patient: other,
      waitingSince: now - 20 * MINUTE,
      items: [theirs(now - 20 * MINUTE, "is it still 11:10?")],
    }),
    conversation({
      name: "+44 7700 900 318",
      nameIsHandle: true,
      channel: "sms",
      address: "+44 7700 900 318",
      sharedBy: shared,
      asksFrom: question.position,
      waitingSince: now - 5 * MINUTE,
      items: [question],
    }),
  ];
}
