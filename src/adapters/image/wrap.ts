import type { Picture } from "./picture.ts";

/** An A4 page is 595 points wide: what a picture that does not say its resolution is taken to be. */
const A4_SHORT = 595;
const LOWEST_STATED = 70;

/** The picture as a PDF of one page, so that one reader and one set of limits serve both. */
export function wrapped({ width, height, dictionary, data, dpi }: Picture): Uint8Array {
  const scale = dpi !== null && dpi >= LOWEST_STATED ? 72 / dpi : A4_SHORT / Math.min(width, height);
  const [wide, high] = [width * scale, height * scale].map((size) => size.toFixed(2));
  const draw = `q ${wide} 0 0 ${high} 0 0 cm /I Do Q`;
  const before = [
    "%PDF-1.7\n",
    "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n",
    "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n",
    `3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >> endobj\n`,
    `4 0 obj << /Length ${draw.length} >> stream\n${draw}\nendstream endobj\n`,
    `5 0 obj << /Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${dictionary} /Length ${data.length} >> stream\n`,
  ];
  const starts: number[] = [];
  let at = 0;
  for (const part of before) {
    starts.push(at);
    at += part.length;
  }
  const after = "\nendstream endobj\n";
  const table = at + data.length + after.length;
  const entries = starts.slice(1).map((start) => `${String(start).padStart(10, "0")} 00000 n \n`);
  const end = `xref\n0 6\n0000000000 65535 f \n${entries.join("")}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  const text = new TextEncoder();
  const [head, tail] = [text.encode(before.join("")), text.encode(after + end)];
  const whole = new Uint8Array(head.length + data.length + tail.length);
  whole.set(head);
  whole.set(data, head.length);
  whole.set(tail, head.length + data.length);
  return whole;
}
