/**
 * Words. Every sentence on the screen comes from a Fluent file in `assets/locales`, which the core reads too.
 *
 * Holds: a language is loaded whole before it is shown, so the screen never mixes two; numbers are written with
 * Western digits in every language. A value whose letters run against the sentence is isolated, so that a number or
 * an Arabic name cannot turn the sentence around it.
 */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

export const languages = ["en", "de", "sq", "ar", "fr", "es"] as const;
export type Language = (typeof languages)[number];

/** What formats of numbers, days and times follow. British English because a desk reads 24 hours and day before month. */
const formats: Record<Language, string> = {
  en: "en-GB",
  de: "de",
  sq: "sq",
  ar: "ar-u-nu-latn",
  fr: "fr",
  es: "es",
};

const files = import.meta.glob<string>("../../../assets/locales/*/*.ftl", { query: "?raw", import: "default" });

const cache = new Map<Language, FluentBundle>();
let bundle = $state.raw<FluentBundle>(new FluentBundle("en"));
let language = $state<Language>("en");

async function bundleOf(wanted: Language): Promise<FluentBundle> {
  const known = cache.get(wanted);
  if (known) return known;
  const fresh = new FluentBundle(formats[wanted], { useIsolating: false });
  for (const [path, load] of Object.entries(files)) {
    if (path.includes(`/locales/${wanted}/`)) fresh.addResource(new FluentResource(await load()));
  }
  cache.set(wanted, fresh);
  return fresh;
}

/** Loads a language and shows it; also sets the document's language and direction. */
export async function speak(wanted: Language): Promise<void> {
  const loaded = await bundleOf(wanted);
  bundle = loaded;
  language = wanted;
  document.documentElement.lang = wanted;
  document.documentElement.dir = direction();
}

/** The first language of ours that a BCP 47 tag asks for, else English. */
export function languageFor(tag: string | null | undefined): Language {
  const short = (tag ?? "").toLowerCase().split(/[-_]/)[0];
  return languages.find((one) => one === short) ?? "en";
}

export function currentLanguage(): Language {
  return language;
}

/** Which way the window runs; what is drawn outside its tree (a menu) has to be told. */
export function direction(): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/** What `Intl` is to follow now. */
export function formatLocale(): string {
  return formats[language];
}

export function isRightToLeft(): boolean {
  return language === "ar";
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
/** First strong isolate and its end. */
const ISOLATE = String.fromCodePoint(0x2068);
const RELEASE = String.fromCodePoint(0x2069);

const needsIsolation = /[A-Za-z\u00c0-\u024f@+]/u;

/** One plain word cannot turn a sentence around; codes that a sentence selects by must stay as they are. */
const plainWord = /^[a-z_-]*$/;

function isolated(value: FluentVariable): FluentVariable {
  if (typeof value !== "string" || plainWord.test(value)) return value;
  const against = isRightToLeft() ? needsIsolation.test(value) : rightToLeft.test(value);
  return against ? ISOLATE + value + RELEASE : value;
}

/** Several short phrases as one, with the comma of the language. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(t("comma"));
}

export type Values = Record<string, FluentVariable>;

/** The sentence with this name. Reading it in a component makes the component follow the language. */
export function t(name: string, values?: Values): string {
  const [id, attribute] = name.split(".") as [string, string | undefined];
  const message = bundle.getMessage(id);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  if (!pattern) return name;
  const safe: Values = {};
  for (const [key, value] of Object.entries(values ?? {})) safe[key] = isolated(value);
  return bundle.formatPattern(pattern, safe, []);
}
