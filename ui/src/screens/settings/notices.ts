/**
 * The notices that go with what we did not write: fonts, drawings, and the libraries inside the window. Each text is
 * fetched when somebody opens it. The list is compared with package.json by a test, so that a new library cannot be
 * forgotten.
 */
type Notice = {
  name: string;
  kind: "font" | "drawings" | "library";
  licence: string;
  text: () => Promise<string>;
};

type Raw = Promise<{ default: string }>;

const read = (load: () => Raw) => async () => (await load()).default;
const apache = () => import("../../../../LICENSE-APACHE?raw");

export const notices: readonly Notice[] = [
  {
    name: "IBM Plex Sans",
    kind: "font",
    licence: "OFL-1.1",
    text: read(() => import("../../../node_modules/@fontsource-variable/ibm-plex-sans/LICENSE?raw")),
  },
  {
    name: "Vazirmatn",
    kind: "font",
    licence: "OFL-1.1",
    text: read(() => import("../../../node_modules/@fontsource-variable/vazirmatn/LICENSE?raw")),
  },
  {
    name: "Lucide",
    kind: "drawings",
    licence: "ISC, MIT",
    text: read(() => import("../../../node_modules/lucide-static/LICENSE?raw")),
  },
  {
    name: "Svelte",
    kind: "library",
    licence: "MIT",
    text: read(() => import("../../../node_modules/svelte/LICENSE.md?raw")),
  },
  {
    name: "Bits UI",
    kind: "library",
    licence: "MIT",
    text: read(() => import("../../../node_modules/bits-ui/LICENSE?raw")),
  },
  {
    name: "Virtua",
    kind: "library",
    licence: "MIT",
    text: read(() => import("../../../node_modules/virtua/LICENSE?raw")),
  },
  { name: "Fluent", kind: "library", licence: "Apache-2.0", text: read(apache) },
  {
    name: "React Aria dates (@internationalized/date)",
    kind: "library",
    licence: "Apache-2.0",
    text: read(() => import("../../../node_modules/@internationalized/date/LICENSE?raw")),
  },
  {
    name: "Tauri",
    kind: "library",
    licence: "Apache-2.0 OR MIT",
    text: read(() => import("../../../node_modules/@tauri-apps/api/LICENSE-MIT?raw")),
  },
];
