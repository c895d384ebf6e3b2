/** The sentence for an answer that is not a result. Every code of the core has one, with its next step in it. */
import type { WireError } from "../wire/bindings";
import { t } from "./i18n.svelte";

export function errorWords(error: WireError): string {
  return t(`error-${error.code.replaceAll("_", "-")}`, error.params);
}
