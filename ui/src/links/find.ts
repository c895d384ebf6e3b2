/**
 * Finds addresses in what a patient wrote. Text stays text: the answer is a list of pieces, never markup.
 *
 * Holds: only http and https; an address that cannot be read as one stays plain text; what follows an address in a
 * sentence (a full stop, a closing bracket) is not part of it; a name or password in front of the host is left out (it
 * is there to look like another host).
 */
export type Piece = { text: string; url?: string };

const candidate = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]+/giu;
const trailing = /[.,;:!?'"’”»…\]}]+$/u;

/** Closing brackets belong to the address only as far as it opened them itself. */
function trimmed(found: string): string {
  let text = found.replace(trailing, "");
  while (text.endsWith(")") && (text.match(/\)/g)?.length ?? 0) > (text.match(/\(/g)?.length ?? 0)) {
    text = text.slice(0, -1).replace(trailing, "");
  }
  return text;
}

export function safeUrl(text: string): string | undefined {
  try {
    const url = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
    const web = url.protocol === "http:" || url.protocol === "https:";
    url.username = "";
    url.password = "";
    return web && url.hostname !== "" ? url.href : undefined;
  } catch {
    return undefined;
  }
}

export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(candidate)) {
    const shown = trimmed(match[0]);
    const url = safeUrl(shown);
    if (!url) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: shown, url });
    from = match.index + shown.length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** What a person has to know before an address is opened. */
type TrueHost = {
  /** As the network reads it; letters of other alphabets are spelled out as `xn--…`. */
  host: string;
  /** Written with letters that can look like others. */
  disguised: boolean;
  /** Not encrypted on the way. */
  open: boolean;
};

export function trueHost(address: string): TrueHost {
  const url = new URL(address);
  return { host: url.host, disguised: /(^|\.)xn--/.test(url.hostname), open: url.protocol === "http:" };
}
