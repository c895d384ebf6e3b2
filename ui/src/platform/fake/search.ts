/** Search of the in-memory clinic: people by name, messages by their words, without the core's folding. */
import type { Commands } from "../platform";
import { type FakeClinic, ok } from "./clinic";

export function fakeSearch(clinic: FakeClinic): Pick<Commands, "search"> {
  return {
    search: async (text) => {
      const wanted = text.trim().toLowerCase();
      const people = clinic.conversations.filter(
        (one) => one.patient && wanted && one.name.toLowerCase().includes(wanted),
      );
      const mark = (name: string) => {
        const at = name.toLowerCase().indexOf(wanted);
        return at < 0
          ? [{ text: name, hit: false }]
          : [
              { text: name.slice(0, at), hit: false },
              { text: name.slice(at, at + wanted.length), hit: true },
              { text: name.slice(at + wanted.length), hit: false },
            ].filter((piece) => piece.text !== "");
      };
      return ok({
        people: people.map((one) => ({
          patient: one.patient?.id ?? "",
          name: mark(one.name),
          birth_date: one.patient?.birth_date ?? null,
          channels: [one.channel],
          conversation: one.id,
        })),
        conversations: [],
        messages: clinic.conversations.flatMap((one) =>
          one.items.flatMap((item) => {
            const body = item.body.is === "message" && item.body.content.is === "text" ? item.body.content.body : "";
            if (!wanted || !body.toLowerCase().includes(wanted)) return [];
            return [
              {
                conversation: one.id,
                item: item.id,
                position: item.position,
                kind: "message" as const,
                name: one.name,
                ours: item.body.is === "message" && item.body.ours,
                snippet: mark(body),
                channel: one.channel,
                at: item.at,
              },
            ];
          }),
        ),
        more: null,
        range_from: clinic.now() - 70 * 86_400_000,
        took_ms: 3,
      });
    },
  };
}
