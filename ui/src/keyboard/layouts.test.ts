/**
 * Real keyboards: every command of the table is reached on each of them, and nothing that AltGr or Option writes is a
 * command. A layout here is what its keys type alone and with Shift, by the place of the key, as browsers report it.
 */
import { describe, expect, it } from "vitest";
import { comboOf } from "./combo";
import { keymap } from "./keymap";

/** `code: "alone shifted altgr"`. */
type Layout = Record<string, string>;

const letters = (text: string): Layout =>
  Object.fromEntries(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split("="))
      .map(([code, types = ""]) => [code?.length === 1 ? `Key${code}` : (code ?? ""), types.split("").join(" ")]),
  );

const qwerty = letters(
  "Q=qQ W=wW E=eE R=rR T=tT Y=yY U=uU I=iI O=oO P=pP A=aA S=sS D=dD F=fF G=gG H=hH J=jJ K=kK L=lL Z=zZ X=xX C=cC V=vV B=bB N=nN M=mM",
);
const digits = (shifted: string): Layout =>
  Object.fromEntries([...shifted].map((sign, i) => [`Digit${(i + 1) % 10}`, `${(i + 1) % 10} ${sign}`]));
const named = ["Enter", "Escape", "Home", "End", "PageUp", "PageDown", "F1", "F6", "F10", "ContextMenu"];
const arrows = { ArrowDown: "ArrowDown", ArrowUp: "ArrowUp", ArrowLeft: "ArrowLeft", ArrowRight: "ArrowRight" };

const layouts: Record<string, Layout> = {
  German: {
    ...qwerty,
    ...digits('!"§$%&/()='),
    KeyY: "z Z",
    KeyZ: "y Y",
    KeyQ: "q Q @",
    KeyE: "e E €",
    KeyM: "m M µ",
    Digit7: "7 / {",
    Digit8: "8 ( [",
    Digit9: "9 ) ]",
    Digit0: "0 = }",
    Minus: "ß ? \\",
    BracketLeft: "ü Ü",
    BracketRight: "+ * ~",
    Semicolon: "ö Ö",
    Quote: "ä Ä",
    Comma: ", ;",
    Period: ". :",
    Slash: "- _",
    IntlBackslash: "< > |",
  },
  Polish: {
    ...qwerty,
    ...digits("!@#$%^&*()"),
    KeyA: "a A ą",
    KeyC: "c C ć",
    KeyE: "e E ę",
    KeyL: "l L ł",
    KeyN: "n N ń",
    KeyO: "o O ó",
    KeyS: "s S ś",
    KeyX: "x X ź",
    KeyZ: "z Z ż",
    KeyU: "u U €",
    Minus: "- _",
    Equal: "= +",
    Comma: ", <",
    Period: ". >",
    Slash: "/ ?",
  },
  Turkish: {
    ...qwerty,
    ...digits("!'^+%&/()="),
    KeyI: "ı I",
    KeyQ: "q Q @",
    KeyE: "e E €",
    KeyT: "t T ₺",
    Digit7: "7 / {",
    Digit8: "8 ( [",
    Minus: "* ? \\",
    Equal: "- _ |",
    BracketLeft: "ğ Ğ",
    BracketRight: "ü Ü ~",
    Semicolon: "ş Ş",
    Quote: "i İ",
    Backslash: ", ;",
    Comma: "ö Ö",
    Period: "ç Ç",
    Slash: ". :",
  },
  French: {
    ...qwerty,
    KeyQ: "a A",
    KeyW: "z Z",
    KeyA: "q Q",
    KeyZ: "w W",
    KeyE: "e E €",
    KeyM: ", ?",
    Semicolon: "m M",
    Digit1: "& 1",
    Digit2: "é 2 ~",
    Digit3: '" 3 #',
    Digit4: "' 4 {",
    Digit5: "( 5 [",
    Digit6: "- 6 |",
    Digit7: "è 7 `",
    Digit8: "_ 8 \\",
    Digit9: "ç 9 ^",
    Digit0: "à 0 @",
    Minus: ") ° ]",
    Equal: "= + }",
    Comma: "; .",
    Period: ": /",
    Slash: "! §",
  },
  Albanian: {
    ...qwerty,
    ...digits('!"#$%^&*()'),
    KeyY: "z Z",
    KeyZ: "y Y",
    KeyQ: "q Q \\",
    KeyW: "w W |",
    KeyE: "e E €",
    KeyF: "f F [",
    KeyG: "g G ]",
    KeyB: "b B {",
    KeyN: "n N }",
    KeyV: "v V @",
    Minus: "- _",
    Equal: "= +",
    BracketLeft: "ç Ç",
    BracketRight: "@ '",
    Semicolon: "ë Ë",
    Comma: ", ;",
    Period: ". :",
    Slash: "/ ?",
  },
  Arabic: {
    ...letters(
      "Q=ضَ W=صً E=ثُ R=قٌ T=فﻹ Y=غإ U=ع‘ I=ه÷ O=خ× P=ح؛ A=ش\\ S=سS D=ي[ F=ب] G=لﻷ H=اأ J=تـ K=ن، L=م/ Z=ئ~ X=ءْ C=ؤ{ V=ر} B=ﻻﻵ N=ىآ M=ة’",
    ),
    ...digits("!@#$%^&*)("),
    KeyE: "ث ُ €",
    Minus: "- _",
    Equal: "= +",
    Comma: "و ,",
    Period: "ز .",
    Slash: "ظ ؟",
  },
  "Arabic with its own digits": {
    ...letters(
      "Q=ض W=ص E=ث R=ق T=ف Y=غ U=ع I=ه O=خ P=ح A=ش S=س D=ي F=ب G=ل H=ا J=ت K=ن L=م Z=ئ X=ء C=ؤ V=ر B=ﻻ N=ى M=ة",
    ),
    ...Object.fromEntries([..."٠١٢٣٤٥٦٧٨٩"].map((digit, i) => [`Digit${i}`, digit])),
    Minus: "- _",
    Equal: "= +",
    Comma: "و ,",
    Slash: "ظ ؟",
  },
  Hebrew: {
    ...letters(
      "E=קE R=רR T=אT Y=טY U=וU I=ןI O=םO P=פP A=שA S=דS D=גD F=כF G=עG H=יH J=חJ K=לK L=ךL Z=זZ X=סX C=בC V=הV B=נB N=מN M=צM",
    ),
    ...digits("!@#$%^&*)("),
    KeyE: "ק E €",
    KeyQ: "/ Q",
    KeyW: "' W",
    Minus: "- _",
    Equal: "= +",
    Comma: "ת >",
    Period: "ץ <",
    Slash: ". ?",
    Quote: ', "',
  },
};

type Held = { shiftKey?: boolean; ctrlKey?: boolean };

/** Everything that can be pressed, with what the browser says was pressed. */
function* presses(layout: Layout, held: Held): Generator<KeyboardEvent> {
  for (const [code, types] of Object.entries(layout)) {
    const [alone = "", shifted = alone.toUpperCase()] = types.split(" ");
    yield new KeyboardEvent("keydown", { key: held.shiftKey ? shifted : alone, code, ...held });
  }
  for (const code of named) yield new KeyboardEvent("keydown", { key: code, code, ...held });
  for (const [code, key] of Object.entries(arrows)) yield new KeyboardEvent("keydown", { key, code, ...held });
  yield new KeyboardEvent("keydown", { key: " ", code: "Space", ...held });
}

/** Every combo that this keyboard can make. */
function reached(layout: Layout): Set<string> {
  const found = new Set<string>();
  for (const shiftKey of [false, true])
    for (const ctrlKey of [false, true])
      for (const event of presses(layout, { shiftKey, ctrlKey })) {
        const combo = comboOf(event, false);
        if (combo) found.add(combo);
      }
  return found;
}

describe.each(Object.entries(layouts))("on a %s keyboard", (_, layout) => {
  const can = reached(layout);
  it.each(keymap.map(({ command, combos }) => [command, combos] as const))(
    "%s is reached by all its keys",
    (_command, combos) => {
      expect(combos.filter((combo) => !can.has(combo))).toEqual([]);
    },
  );

  it("no two keys pressed in the same way mean the same letter", () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const event of presses(layout, {})) {
      const combo = comboOf(event, false);
      if (!combo || !/^[a-z]$/.test(combo)) continue;
      if (seen.has(combo)) twice.push(`${combo}: ${seen.get(combo)} ${event.code}`);
      seen.set(combo, event.code);
    }
    // The two letters I of Turkish are two keys.
    expect(twice).toEqual([]);
  });

  const written = Object.entries(layout).flatMap(([code, types]) => {
    const third = types.split(" ")[2];
    return third ? [[third, code] as const] : [];
  });
  it("what AltGr writes is no command, however the system reports it", () => {
    const heard: string[] = [];
    for (const [key, code] of written) {
      const reports: KeyboardEventInit[] = [
        // Windows: Ctrl with Alt, and AltGraph.
        { ctrlKey: true, altKey: true, modifierAltGraph: true },
        { ctrlKey: true, altKey: true },
        // Linux and Firefox: AltGraph alone. macOS: Option.
        { modifierAltGraph: true },
        { altKey: true },
      ];
      for (const report of reports) {
        const combo = comboOf(new KeyboardEvent("keydown", { key, code, ...report }), false);
        if (combo) heard.push(`${key}: ${combo}`);
      }
      // A system that reports no modifier at all leaves only the character, which must not be a usual key.
      const bare = comboOf(new KeyboardEvent("keydown", { key, code }), false);
      if (bare && keymap.some((one) => one.combos.includes(bare))) heard.push(`${key} alone: ${bare}`);
    }
    expect(heard).toEqual([]);
  });

  it("letters are commands with Caps Lock too, and not with Shift", () => {
    const typed = Object.keys(layout).find(
      (code) => comboOf(new KeyboardEvent("keydown", { key: layout[code]?.[0] ?? "", code }), false) === "e",
    );
    if (!typed) throw new Error("no E");
    const capital = (layout[typed]?.split(" ")[1] ?? "e") as string;
    if (!/^[a-z]$/i.test(capital)) return;
    expect(comboOf(new KeyboardEvent("keydown", { key: capital, code: typed }), false)).toBe("e");
    expect(comboOf(new KeyboardEvent("keydown", { key: capital, code: typed, shiftKey: true }), false)).toBe("shift+e");
  });
});
