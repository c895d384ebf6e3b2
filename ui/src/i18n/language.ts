/** What a language is called in the language of the window. */
import { currentLanguage } from "./i18n.svelte";

/** The name of a language ("Albanian"); its code where this system has no name for it. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([currentLanguage()], { type: "language" }).of(code.replace("_", "-")) ?? code;
  } catch {
    return code;
  }
}

/** The same with a capital, for the head of a tab or a list. */
export function languageTitle(code: string): string {
  const name = languageName(code);
  return name.charAt(0).toLocaleUpperCase(currentLanguage()) + name.slice(1);
}
