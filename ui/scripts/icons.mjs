// Turns the Lucide drawings named below into one path each and writes src/parts/icons.ts.
// Run `node scripts/icons.mjs` after adding a name. One path per icon keeps a row of the list light.
import { readFileSync, writeFileSync } from "node:fs";

const names = `a-large-small alarm-clock arrow-down arrow-left ban bell bell-off camera chart-column check
check-check chevron-down chevron-left circle-alert circle-check circle-dashed circle-dot circle-question-mark
circle-x clipboard-check clock cloud-off contact download ellipsis eye eye-off file file-text film filter gauge globe
hard-drive history hourglass image image-off inbox info key-round keyboard link list-filter lock log-in map-pin
message-circle message-square-text minus monitor moon music notebook-pen paperclip pause pencil pencil-line phone
phone-call phone-incoming phone-missed phone-off phone-outgoing pin play plug plus printer redo-2 refresh-cw reply
rotate-ccw search send settings share-2 shield smile smile-plus sticky-note sun table-2 tag text-quote triangle-alert
undo-2 unlink upload user-check user-plus user-round users voicemail wifi-off x zap`.split(/\s+/);

const n = (value) => String(Math.round(Number(value) * 1000) / 1000);

function circle({ cx, cy, r, rx = r, ry = r }) {
  const [x, y, a, b] = [Number(cx), Number(cy), Number(rx), Number(ry)];
  return `M${n(x - a)} ${n(y)}a${n(a)} ${n(b)} 0 1 0 ${n(2 * a)} 0a${n(a)} ${n(b)} 0 1 0 ${n(-2 * a)} 0z`;
}

function rect({ x = 0, y = 0, width, height, rx = 0 }) {
  const [l, t, w, h, r] = [x, y, width, height, rx].map(Number);
  if (r === 0) return `M${n(l)} ${n(t)}h${n(w)}v${n(h)}h${n(-w)}z`;
  const arc = (dx, dy) => `a${n(r)} ${n(r)} 0 0 1 ${n(dx)} ${n(dy)}`;
  return `M${n(l + r)} ${n(t)}h${n(w - 2 * r)}${arc(r, r)}v${n(h - 2 * r)}${arc(-r, r)}h${n(2 * r - w)}${arc(-r, -r)}v${n(2 * r - h)}${arc(r, -r)}z`;
}

/** A path that starts relative would hang on to the one before it, so its first point is made absolute. */
function anchored(d) {
  const start = /^m\s*(-?(?:\d*\.\d+|\d+))[\s,]*(-?(?:\d*\.\d+|\d+))[\s,]*/.exec(d);
  if (!start) return d;
  const rest = d.slice(start[0].length);
  return `M${start[1]} ${start[2]}${/^[-\d.]/.test(rest) ? "l" : ""}${rest}`;
}

const shapes = {
  path: ({ d }) => anchored(d),
  circle,
  ellipse: circle,
  rect,
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  polyline: ({ points }) => `M${points.trim().replace(/\s+/g, " ")}`,
  polygon: ({ points }) => `M${points.trim().replace(/\s+/g, " ")}z`,
};

const lines = names.map((name) => {
  const svg = readFileSync(new URL(`../node_modules/lucide-static/icons/${name}.svg`, import.meta.url), "utf8");
  const inner = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.indexOf("</svg>"));
  const paths = [...inner.matchAll(/<(\w+)\s+([^>]*?)\/?>/g)].map(([, tag, text]) => {
    const attributes = Object.fromEntries(
      [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    );
    return shapes[tag](attributes);
  });
  return `  "${name}": "${paths.join("")}",`;
});

const licence = readFileSync(new URL("../node_modules/lucide-static/LICENSE", import.meta.url), "utf8").trim();
writeFileSync(
  new URL("../src/parts/icons.ts", import.meta.url),
  `/*
 * Drawings of Lucide 1.62 (https://lucide.dev), 24 by 24, made by scripts/icons.mjs. Their licence:
 *
${licence
  .split("\n")
  .map((line) => ` * ${line}`.trimEnd())
  .join("\n")}
 */
export const icons = {
${lines.join("\n")}
} as const;

export type IconName = keyof typeof icons;
`,
);
console.log(`${names.length} icons`);
