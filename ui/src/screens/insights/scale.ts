/** Where things stand in a chart: pure sums, so that they can be tried without drawing. */

/** Round numbers from 0 to at least `most`, five at most. */
export function ticks(most: number, steps: readonly number[]): number[] {
  const step = steps.find((one) => most / one <= 4) ?? Math.ceil(most / 4);
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, n) => n * step);
}

/** Steps of a scale of time, in seconds: a minute up to a day. */
export const timeSteps = [60, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 57_600] as const;
export const countSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000] as const;

/** Which of `n` days get their date written, so that `room` of them fit side by side. */
export function labelled(n: number, room: number): number[] {
  const every = [1, 7, 14, 28, 56].find((one) => n / one <= room) ?? 91;
  return Array.from({ length: Math.ceil(n / every) }, (_, at) => at * every);
}

/** The points of a line, broken where a day has no value. */
export function line(
  values: readonly (number | null)[],
  x: (n: number) => number,
  y: (value: number) => number,
): string {
  let path = "";
  let pen = false;
  values.forEach((value, n) => {
    if (value === null) {
      pen = false;
      return;
    }
    path += `${pen ? "L" : "M"}${x(n).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = true;
  });
  return path;
}

/** The same filled down to the ground. Days without a value are bridged: an area with holes reads as zero. */
export function area(
  values: readonly (number | null)[],
  x: (n: number) => number,
  y: (value: number) => number,
  ground: number,
): string {
  const known = values.flatMap((value, n) => (value === null ? [] : [[n, value] as const]));
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return "";
  const top = known.map(([n, value]) => `L${x(n).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  return `M${x(first[0]).toFixed(1)} ${ground}${top}L${x(last[0]).toFixed(1)} ${ground}Z`;
}
