import { corners, fill, form, over, write } from "./cells.ts";
import type { Spot, Trait } from "./cells.ts";

/** An annotation over the number, drawn by whoever shows it. */
function noted(spot: Spot, dictionary: string, box = corners(over(spot))): string {
  spot.page.annotate(`${dictionary} /Rect [${box}] /F 4`);
  return write(spot);
}

const quad = (spot: Spot): string => {
  const [left, foot, right, top] = corners(over(spot)).split(" ");
  return `/QuadPoints [${left} ${top} ${right} ${top} ${left} ${foot} ${right} ${foot}]`;
};
const icon = ({ x, y }: Spot): string => `${x - 2} ${y - 4} ${x + 16} ${y + 14}`;

/** Annotations of all kinds over a number (PDF 32000-1, 12.5.6). */
export const NOTES: Readonly<Record<string, Trait>> = {
  "round note": (s) => ({
    content: noted(
      s,
      "/Subtype /Circle /C [1 1 1] /IC [1 1 1] /BS << /W 0 >>",
      `${s.x - 8} ${s.y - 8} ${s.x + s.wide + 8} ${s.y + s.size + 8}`,
    ),
    seen: "",
  }),
  "ink through a number": (s) => ({
    content: noted(
      s,
      `/Subtype /Ink /InkList [[${s.x} ${s.y + 1} ${s.x + s.wide / 2} ${s.y + 6} ${s.x + s.wide} ${s.y + 2}]] /C [1 0 0]`,
    ),
    seen: "doubt",
  }),
  "broad white ink": (s) => ({
    content: noted(
      s,
      `/Subtype /Ink /InkList [[${s.x - 2} ${s.y + 3} ${s.x + s.wide + 2} ${s.y + 3}]] /C [1 1 1] /BS << /W ${s.size + 4} >>`,
    ),
    seen: "",
  }),
  "broken line through a number": (s) => ({
    content: noted(
      s,
      `/Subtype /PolyLine /Vertices [${s.x} ${s.y + 3} ${s.x + s.wide} ${s.y + 4}] /C [1 0 0]`,
    ),
    seen: "doubt",
  }),
  "to be redacted": (s) => ({ content: noted(s, "/Subtype /Redact /C [1 0 0]"), seen: "doubt" }),
  "underlined by a note": (s) => ({
    content: noted(s, `/Subtype /Underline ${quad(s)} /C [1 0 0]`),
    seen: s.number,
    ordinary: true,
  }),
  "marked by a note": (s) => ({
    content: noted(s, `/Subtype /Highlight ${quad(s)} /C [1 1 0]`),
    seen: s.number,
    ordinary: true,
  }),
  "icon of a note": (s) => ({ content: noted(s, "/Subtype /Text /Name /Note", icon(s)), seen: "doubt" }),
  "icon of a file": (s) => ({ content: noted(s, "/Subtype /FileAttachment", icon(s)), seen: "doubt" }),
  "stamp without appearance": (s) => ({ content: noted(s, "/Subtype /Stamp /Name /Draft"), seen: "doubt" }),
  "stamp of a layer that is off": (s) => {
    const look = form(s, fill("1 1 1", over(s)) + write(s, "", s.other), corners(over(s)));
    return {
      content: noted(s, `/Subtype /Stamp /OC ${s.page.layer(false)} 0 R /AP << /N ${look} 0 R >>`),
      seen: s.number,
    };
  },
  "stamp in one of its states": (s) => {
    const look = form(s, fill("1 1 1", over(s)) + write(s, "", s.other), corners(over(s)));
    return {
      content: noted(s, `/Subtype /Stamp /AS /On /AP << /N << /On ${look} 0 R /Off null >> >>`),
      seen: s.other,
    };
  },
};
