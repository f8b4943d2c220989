import { stroke, write } from "./cells.ts";
import type { Trait } from "./cells.ts";

/** Numbers over a table's own lines, and signs that touch them. */
export const LINES: Readonly<Record<string, Trait>> = {
  "over the line of its row": (s) => {
    if (!s.ruled) return { content: write(s), seen: s.number };
    return { content: write({ ...s, y: s.box[1] - s.size * 0.35 }), seen: "doubt" };
  },
  "over the upper line of its row": (s) => {
    if (!s.ruled) return { content: write(s), seen: s.number };
    return { content: write({ ...s, y: s.box[3] - s.size * 0.35 }), seen: "doubt" };
  },
  "a little over the line of its row": (s) => ({
    content: write(s.ruled ? { ...s, y: s.box[1] + 0.4 } : s),
    seen: s.number,
    ordinary: true,
  }),
  "over the line of its column": (s) => ({
    content: write(s.ruled ? { ...s, x: s.box[0] - s.wide / 2 } : s),
    seen: s.ruled ? "doubt" : s.number,
  }),
  "a digit over the line of its column": (s) => ({
    content: write(s.ruled ? { ...s, x: s.box[0] - s.size * 0.28 } : s, "", "8"),
    seen: s.ruled ? "doubt" : "8",
  }),
  "a low line for a minus": (s) => ({
    content: write({ ...s, x: s.x - s.size * 0.56, y: s.y + s.size * 0.35 }, "", "_") + write(s),
    seen: `-${s.number}`,
  }),
  "a low line raised for a minus": (s) => ({
    content: `BT ${s.font.name} ${s.size} Tf ${s.x - s.size * 0.56} ${s.y} Td ${s.size * 0.35} Ts (_) Tj 0 Ts (${s.number}) Tj ET\n`,
    seen: `-${s.number}`,
  }),
  "a low line under it": (s) => ({
    content: write(s) + write(s, "", "_".repeat(s.number.length)),
    seen: s.number,
  }),
  "a minus that begins at the line": (s) => {
    const x = s.box[0];
    const at = { ...s, x: x + 6 };
    return { content: stroke(x, s.y + s.size * 0.35, x + 4.5) + write(at), seen: `-${s.number}` };
  },
  "a minus on both sides of the line": (s) => {
    const x = s.box[0];
    const at = { ...s, x: x + 4 };
    return { content: stroke(x - 1.5, s.y + s.size * 0.35, x + 3) + write(at), seen: `-${s.number}` };
  },
  "a minus of letters on the line": (s) => {
    const x = s.box[0];
    return { content: write({ ...s, x: x - 0.8 }, "", `-${s.number}`), seen: `-${s.number}` };
  },
  "a one that begins at the line": (s) => {
    const y = s.box[1];
    const x = s.x - 2.5;
    return {
      content: `q 0.8 w ${x} ${y} m ${x} ${y + s.size * 0.72} l S Q\n${write({ ...s, y: y + 0.6 })}`,
      seen: "doubt",
    };
  },
};
