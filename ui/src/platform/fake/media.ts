/** Pictures and sounds for the in-memory clinic, drawn and hummed on the spot. */
import type { Sound } from "../platform";

/** A plain invented photograph: a plate on a table, as an SVG address. */
export function pictureAddress(id: string): string {
  const hue = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 360;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 690"><defs><linearGradient id="w" x2="1" y2="1"><stop stop-color="hsl(${hue} 18% 55%)"/><stop offset="1" stop-color="hsl(${hue} 22% 36%)"/></linearGradient><radialGradient id="p" cx=".4" cy=".3" r=".8"><stop stop-color="#fff"/><stop offset="1" stop-color="#d5d1c8"/></radialGradient></defs><rect width="1200" height="690" fill="url(#w)"/><ellipse cx="620" cy="420" rx="440" ry="220" fill="#000" opacity=".25"/><ellipse cx="600" cy="380" rx="440" ry="220" fill="url(#p)"/><ellipse cx="600" cy="390" rx="290" ry="135" fill="#efece5"/><path d="M520 330c10-50 60-60 90-40 40-20 90-10 100 40 8 50-10 90-25 115-20 15-115 15-140 0-20-30-35-75-25-115z" fill="#f6ead0" stroke="#c3ae86" stroke-width="6"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** A hummed tone of some seconds as a WAV file. */
export function hum(seconds: number): Sound {
  const rate = 8000;
  const samples = rate * seconds;
  const bytes = new DataView(new ArrayBuffer(44 + samples));
  const word = (at: number, text: string) => {
    for (let i = 0; i < text.length; i += 1) bytes.setUint8(at + i, text.charCodeAt(i));
  };
  word(0, "RIFF");
  bytes.setUint32(4, 36 + samples, true);
  word(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, rate, true);
  bytes.setUint16(32, 1, true);
  bytes.setUint16(34, 8, true);
  word(36, "data");
  bytes.setUint32(40, samples, true);
  for (let i = 0; i < samples; i += 1) {
    bytes.setUint8(44 + i, 128 + Math.round(20 * Math.sin((2 * Math.PI * 180 * i) / rate)));
  }
  const url = URL.createObjectURL(new Blob([bytes.buffer], { type: "audio/wav" }));
  return { url, release: () => URL.revokeObjectURL(url) };
}
