/*
 * Runs in the page, once. Times what a key does: from the moment the page hears it to the end of the frame in which its
 * result is drawn. Also: gaps between frames, blank places while scrolling, and how far the focus lags behind.
 */
if (!window.bench) {
  const rows = () => [...document.querySelectorAll("[data-viewport] [data-row]")];
  const one = (selector) => document.querySelector(selector);
  const here = () => document.activeElement?.closest?.("[data-row]")?.dataset.row ?? null;
  const chosen = () => one("[data-row][aria-current=true]")?.dataset.row ?? null;
  const lastItem = () => [...document.querySelectorAll("[role=log] [data-item]")].at(-1)?.dataset.item ?? null;
  const dialog = () => one("[role=dialog]");
  const listed = () => rows().slice(0, 12).map((row) => row.dataset.row).join();
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  /**
   * After the next frame was drawn. WebKit lays out and paints in the same breath in which it asks for a frame, and a
   * message that was sent there is heard after that.
   */
  const drawn = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      }),
    );
  const inSight = (element) => {
    const box = one("[data-viewport]").getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return top >= box.top - 1 && bottom <= box.bottom + 1;
  };

  /** What somebody who pressed a key waits to see. Looked at before the key, then in every frame. */
  const results = {
    "the next row": () => {
      const before = here();
      return () => here() !== null && here() !== before && inSight(document.activeElement);
    },
    "the conversation": () => {
      const [row, before] = [here(), lastItem()];
      return () => chosen() === row && lastItem() !== null && lastItem() !== before;
    },
    "the list": () => () => here() !== null,
    "the next conversation": () => {
      // The key is about the row with the focus, else about what is open; only that gives way to the next.
      const [row, open, before] = [here() ?? chosen(), chosen(), lastItem()];
      window.bench.left = row;
      const gone = () => !rows().some((one) => one.dataset.row === row);
      return () => gone() && (row !== open || (lastItem() !== null && lastItem() !== before));
    },
    "the same conversation again": () => {
      const [row, before] = [window.bench.left, lastItem()];
      return () => chosen() === row && lastItem() !== null && lastItem() !== before;
    },
    "a dialog": () => () => dialog()?.contains(document.activeElement) ?? false,
    "no dialog": () => () => dialog() === null,
    "another list": () => {
      const before = listed();
      return () => dialog() === null && listed() !== "" && listed() !== before;
    },
  };

  /** Looks whenever something in the page has changed; asking for a frame each time would have it drawn anew for nothing. */
  function changes(look) {
    const watch = new MutationObserver(look);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    addEventListener("focusin", look, true);
    addEventListener("scroll", look, true);
    return () => {
      watch.disconnect();
      removeEventListener("focusin", look, true);
      removeEventListener("scroll", look, true);
    };
  }

  /** Calls back with the time of the next key that is no mere Ctrl or Shift. */
  function onKey(then) {
    const heard = (event) => {
      if (["Control", "Shift"].includes(event.key)) return;
      removeEventListener("keydown", heard, true);
      then(performance.now());
    };
    addEventListener("keydown", heard, true);
  }

  let waiting;
  /** Ends with the time once the result is drawn; at the latest after five seconds, with nothing. */
  function expect(what) {
    const there = results[what]();
    waiting = new Promise((done) => {
      onKey((began) => {
        let seen = false;
        const stop = changes(async () => {
          if (seen || !there()) return;
          seen = true;
          stop();
          clearTimeout(late);
          await drawn();
          done(performance.now() - began);
        });
        const late = setTimeout(() => {
          stop();
          if (!seen) done(null);
        }, 5000);
      });
    });
  }

  /** Like `expect`, for what comes in parts: ends with the time of its last change before a quarter of a second of rest. */
  function expectRest() {
    waiting = new Promise((done) => {
      onKey((began) => {
        let [last, calm, drawing] = [began, undefined, false];
        const rest = () => {
          clearTimeout(calm);
          calm = setTimeout(() => {
            stop();
            done(last - began);
          }, 250);
        };
        const stop = changes(async () => {
          rest();
          if (drawing) return;
          drawing = true;
          await drawn();
          last = performance.now();
          drawing = false;
          rest();
        });
        rest();
      });
    });
  }

  const gaps = { on: false, all: [] };
  async function watchFrames() {
    gaps.on = true;
    gaps.all = [];
    await frame();
    let last = performance.now();
    while (gaps.on) {
      await frame();
      const now = performance.now();
      gaps.all.push(now - last);
      last = now;
    }
  }

  /** How much of the list's place on the screen shows neither a row nor a heading. */
  function blank() {
    const list = one("[data-viewport]");
    const box = list.getBoundingClientRect();
    const end = Math.min(box.bottom, box.top + list.scrollHeight - list.scrollTop);
    const parts = [...list.querySelectorAll("[data-row], .heading")].map((part) => part.getBoundingClientRect());
    let covered = box.top;
    for (const { top, bottom } of parts.sort((a, b) => a.top - b.top)) {
      if (top <= covered + 1) covered = Math.max(covered, bottom);
    }
    return Math.max(0, end - covered);
  }

  async function scroll(how, frames, by) {
    const list = one("[data-viewport]");
    const seen = { frames: 0, blank: 0, longest: 0, most: 0, gaps: [], rows: 0, pixels: 0 };
    let [run, last, seed] = [0, performance.now(), 1];
    for (let n = 0; n < frames; n += 1) {
      if (how === "steps") list.scrollTop += by;
      else if (how === "back") list.scrollTop -= by;
      else if (n % 12 === 0) {
        seed = (seed * 48271) % 2147483647;
        list.scrollTop = (seed / 2147483647) * list.scrollHeight;
      }
      await drawn();
      const now = performance.now();
      seen.gaps.push(now - last);
      last = now;
      seen.frames += 1;
      const bare = blank();
      run = bare > 2 ? run + 1 : 0;
      if (bare > 2) seen.blank += 1;
      seen.longest = Math.max(seen.longest, run);
      seen.most = Math.max(seen.most, bare);
    }
    seen.pixels = list.scrollTop;
    seen.rows = Math.max(0, ...rows().map((row) => Number(row.getAttribute("aria-posinset"))));
    return seen;
  }

  /** To the end of the list, as fast as it comes; ends there, or after `seconds`. */
  async function toTheEnd(seconds) {
    const list = one("[data-viewport]");
    const began = performance.now();
    const reached = [];
    let [calm, height] = [performance.now(), 0];
    while (performance.now() - began < seconds * 1000 && performance.now() - calm < 3000) {
      list.scrollTop = list.scrollHeight;
      await drawn();
      if (list.scrollHeight !== height) {
        height = list.scrollHeight;
        calm = performance.now();
      }
      const last = Math.max(0, ...rows().map((row) => Number(row.getAttribute("aria-posinset"))));
      const step = Math.floor(last / 5000);
      if (step > reached.length) reached.push([last, performance.now() - began]);
    }
    const last = Math.max(0, ...rows().map((row) => Number(row.getAttribute("aria-posinset"))));
    return { rows: last, ms: calm - began, reached };
  }

  const held = { presses: 0, last: 0, from: 0, most: 0 };
  /** The row with the focus; or, while somebody reads, the row of the open conversation. */
  const placed = () => (document.activeElement?.role === "log" ? one("[data-row][aria-current=true]") : document.activeElement);
  const place = () => Number(placed()?.getAttribute("aria-posinset") ?? 0);
  /** Whoever reads waits for the conversation itself. */
  const isOpen = () => one("[data-pane=conversation] h2")?.textContent.trim() === placed()?.querySelector(".name")?.textContent.trim();
  function watchHeld() {
    Object.assign(held, { presses: 0, last: 0, first: 0, from: place(), most: 0 });
    window.bench.heard = (event) => {
      if (event.key.length !== 1) return;
      held.presses += 1;
      held.last = performance.now();
      held.first ||= held.last;
    };
    addEventListener("keydown", window.bench.heard, true);
    void watchFrames();
  }
  /** How long after the last press the row in focus was the one it should be; nothing if it never was. */
  async function afterHeld(step) {
    removeEventListener("keydown", window.bench.heard, true);
    const goal = held.from + step * held.presses;
    const seconds = (held.last - held.first) / 1000;
    // What was reached before this is asked for is late by nothing that anybody could see.
    const reads = document.activeElement?.role === "log";
    const kept = () => place() === goal && (!reads || isOpen());
    let late = kept() ? 0 : null;
    while (late === null && performance.now() - held.last < 5000) {
      await frame();
      if (kept()) late = performance.now() - held.last;
    }
    gaps.on = false;
    return { presses: held.presses, seconds, late, place: place(), goal, gaps: gaps.all };
  }

  const counts = { last: 0, changed: 0, began: 0 };
  const waitingNow = () => Number((one("[data-queue=waiting] .n")?.textContent ?? "").replace(/\D/g, ""));
  let counting;
  function watchCount() {
    Object.assign(counts, { last: waitingNow(), changed: 0, began: performance.now(), first: 0 });
    counting = setInterval(() => {
      const now = waitingNow();
      if (now === counts.last) return;
      counts.last = now;
      counts.changed = performance.now() - counts.began;
      counts.first ||= counts.changed;
    }, 50);
  }

  window.bench = {
    expect,
    expectRest,
    result: () => waiting,
    rest: (ms) => new Promise((done) => setTimeout(done, ms)),
    watchFrames: () => void watchFrames(),
    frames: () => {
      gaps.on = false;
      return gaps.all;
    },
    scroll,
    toTheEnd,
    watchHeld,
    afterHeld,
    watchCount,
    count: () => ({ ...counts, now: waitingNow(), quiet: performance.now() - counts.began - counts.changed }),
    endCount: () => clearInterval(counting),
    focus: () => (rows().find((row) => row.tabIndex === 0) ?? rows()[0])?.focus(),
    queue: (name) => one(`[data-queue=${name}]`).focus(),
  };
}
return true;
