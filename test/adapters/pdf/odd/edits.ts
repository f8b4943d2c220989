import { annotation, corners, fill, form, inner, over, stroke, write } from "./cells.ts";
import type { Spot, Trait } from "./cells.ts";

/** A text field over the cell, with entries of its own and no appearance. */
function bareField(spot: Spot, entries: string, box = inner(spot, 2)): void {
  spot.page.field(`/FT /Tx /T (e${spot.x}-${spot.y}) ${entries} /Rect [${corners(box)}]`);
}

const DA = (size: number, colour = "0 g"): string => `/DA (/Helv ${size} Tf ${colour})`;
const quad = (spot: Spot): string => {
  const [left, foot, right, top] = corners(over(spot)).split(" ");
  return `/QuadPoints [${left} ${top} ${right} ${top} ${left} ${foot} ${right} ${foot}]`;
};

/** A number with a mark beside or in it that an editor covered or put there. */
export const EDITS: Readonly<Record<string, Trait>> = {
  "a minus under a white box": (s) => {
    const em = s.wide / s.number.length;
    const sign = write({ ...s, x: s.x - em }, "", "-");
    return {
      content: sign + write(s) + fill("1 1 1", `${s.x - em} ${s.y - 1} ${em} ${s.size}`),
      seen: s.number,
    };
  },
  "a point under a white box": (s) => {
    const em = s.wide / s.number.length;
    const end = s.x + s.wide;
    return {
      content:
        write(s) +
        write({ ...s, x: end }, "", ".") +
        write({ ...s, x: end + em }, "", "5") +
        fill("1 1 1", `${end} ${s.y - 1} ${em} 3`),
      seen: `${s.number}5`,
    };
  },
  "a minus put before it": (s) => ({
    content: write(s) + write({ ...s, x: s.x - s.size * 0.34 }, "", "-"),
    seen: `-${s.number}`,
  }),
  "a point put into it": (s) => ({
    content: write(s, "", `${s.number}5`) + write({ ...s, x: s.x + s.wide - 0.14 * s.size }, "", "."),
    seen: `${s.number}.5`,
  }),
  "a digit in its midst set anew": (s) => {
    const digits = `1${s.number}`;
    const em = s.wide / s.number.length;
    return {
      content:
        write(s, "", digits) +
        fill("1 1 1", `${s.x + em} ${s.y - 2} ${em} ${s.size + 1}`) +
        write({ ...s, x: s.x + em }, "", "8"),
      seen: `18${digits.slice(2)}`,
    };
  },
  "a note for paper alone": (s) => {
    annotation(s, "/Subtype /FreeText", fill("1 1 1", over(s)) + write(s, "", s.other), over(s), 36);
    return { content: write(s), seen: "doubt" };
  },
  "a number for paper alone": (s) => {
    annotation(s, "/Subtype /FreeText", write(s), over(s), 36);
    return { content: "", seen: "doubt" };
  },
  "a field for paper alone": (s) => {
    bareField(s, `/V (${s.number}) ${DA(s.size)} /F 36`);
    return { content: "", seen: "doubt" };
  },
  "a number of neither screen nor paper": (s) => {
    annotation(s, "/Subtype /FreeText", write(s), over(s), 32);
    return { content: "", seen: "" };
  },
  "a rich field without appearance": (s) => {
    bareField(
      s,
      `/Ff 33554432 /V (${s.number}) /RV (<body xmlns="http://www.w3.org/1999/xhtml"><p>${s.other}</p></body>) ${DA(s.size)} /F 4`,
    );
    return { content: "", seen: "doubt" };
  },
  "a rich field of one text": (s) => {
    bareField(
      s,
      `/Ff 33554432 /V (${s.number}) /RV (<body xmlns="http://www.w3.org/1999/xhtml"><p>${s.number}</p></body>) ${DA(s.size)} /F 4`,
    );
    return { content: "", seen: s.number };
  },
  "a rich note without appearance": (s) => {
    s.page.annotate(
      `/Subtype /FreeText /Contents (${s.number}) /RC (<body xmlns="http://www.w3.org/1999/xhtml"><p>${s.other}</p></body>) ${DA(s.size)} /F 4 /Rect [${corners(inner(s, 2))}]`,
    );
    return { content: "", seen: "doubt" };
  },
  "a secret field": (s) => {
    bareField(s, `/Ff 8192 /V (${s.number}) ${DA(s.size)} /F 4`);
    return { content: "", seen: "doubt" };
  },
  "a field of white letters": (s) => {
    bareField(s, `/V (${s.number}) ${DA(s.size, "1 g")} /F 4`);
    return { content: "", seen: "" };
  },
  "a field on a white ground": (s) => {
    bareField(s, `/V (${s.other}) ${DA(s.size)} /MK << /BG [1 1 1] >> /F 4`);
    return { content: write(s), seen: s.other };
  },
  "an empty field on a white ground": (s) => {
    bareField(s, `${DA(s.size)} /MK << /BG [1 1 1] >> /F 4`);
    return { content: write(s), seen: "" };
  },
  "a field of combs": (s) => {
    bareField(s, `/Ff 16777216 /MaxLen ${s.number.length} /V (${s.number}) ${DA(s.size)} /F 4`);
    return { content: "", seen: s.number };
  },
  "a field with only its default": (s) => {
    bareField(s, `/DV (${s.number}) ${DA(s.size)} /F 4`);
    return { content: "", seen: "" };
  },
  "a field too low for its text": (s) => {
    bareField(s, `/V (${s.number}) ${DA(s.size * 2)} /F 4`, `${s.x} ${s.y} ${s.wide + 4} ${s.size * 0.5}`);
    return { content: "", seen: "doubt" };
  },
  "an open popup": (s) => {
    const [x = 0, y = 0] = over(s).split(" ").map(Number);
    s.page.annotate(`/Subtype /Popup /Open true /F 4 /Rect [${x} ${y - 2} ${x + 40} ${y + 16}]`);
    return { content: write(s), seen: "doubt" };
  },
  "a closed popup": (s) => {
    const [x = 0, y = 0] = over(s).split(" ").map(Number);
    s.page.annotate(`/Subtype /Popup /Open false /F 4 /Rect [${x} ${y - 2} ${x + 40} ${y + 16}]`);
    return { content: write(s), seen: s.number, ordinary: true };
  },
  "replaced by a caret": (s) => {
    s.page.annotate(
      `/Subtype /Caret /F 4 /Rect [${s.x + s.wide} ${s.y - 3} ${s.x + s.wide + 5} ${s.y + 3}] /Contents (${s.other})`,
    );
    return { content: write(s), seen: "doubt" };
  },
  "a plain link": (s) => {
    s.page.annotate(`/Subtype /Link /F 4 /Rect [${corners(over(s))}] /Border [0 0 0]`);
    return { content: write(s), seen: s.number, ordinary: true };
  },
  "a link with a thin border": (s) => {
    s.page.annotate(`/Subtype /Link /F 4 /Rect [${corners(over(s))}]`);
    return { content: write(s), seen: s.number, ordinary: true };
  },
  "a watermark annotation over": (s) => {
    annotation(s, "/Subtype /Watermark", fill("1 1 1", over(s)) + write(s, "", s.other));
    return { content: write(s), seen: s.other };
  },
  "a wave under it": (s) => {
    s.page.annotate(`/Subtype /Squiggly /F 4 /Rect [${corners(over(s))}] ${quad(s)} /C [1 0 0]`);
    return { content: write(s), seen: s.number };
  },
  "struck out without corners": (s) => {
    s.page.annotate(`/Subtype /StrikeOut /F 4 /Rect [${corners(over(s))}] /C [1 0 0]`);
    return { content: write(s), seen: "doubt" };
  },
  "a note of half its size": (s) => {
    const look = form(s, write(s), corners(over(s)));
    const [x = 0, y = 0, wide = 0, high = 0] = over(s).split(" ").map(Number);
    s.page.annotate(
      `/Subtype /FreeText /F 4 /Rect [${x} ${y} ${x + wide / 2} ${y + high / 2}] /AP << /N ${look} 0 R >>`,
    );
    return { content: "", seen: s.number };
  },
  "ink of an eraser": (s) => {
    annotation(
      s,
      "/Subtype /Ink",
      `q 1 G ${s.size} w ${stroke(s.x - 1, s.y + s.size * 0.35, s.x + s.wide + 1).replace("0.8 w", "")}Q`,
    );
    return { content: write(s), seen: "" };
  },
};
