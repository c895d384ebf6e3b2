import { mount } from "svelte";
import "./styles/tokens.css";
import "./styles/fonts.css";
import "./styles/base.css";
import "./styles/controls.css";
import App from "./App.svelte";
import { speak } from "./i18n/i18n.svelte";
import { usePlatform } from "./platform/context";
import type { Platform } from "./platform/platform";
import { app } from "./state/app.svelte";

/** The core, or the invented clinic when the page runs in a plain browser while it is being worked on. */
async function choosePlatform(): Promise<Platform> {
  if (import.meta.env.MODE === "production" || "__TAURI_INTERNALS__" in window) {
    return (await import("./platform/tauri")).platform;
  }
  return (await import("./platform/fake/browser")).platformFromAddress(new URLSearchParams(location.search));
}

async function start(): Promise<void> {
  usePlatform(await choosePlatform());
  await speak("en");
  await app.start();
  const target = document.getElementById("app");
  if (target) mount(App, { target });
}

void start();
