import { zlibSync } from "fflate";
import type { Sheet } from "./draw.ts";

/** Text operators of a page, before its picture or behind it; the font is `/F`. */
export interface Layer {
  readonly under?: string;
  readonly over?: string;
}

/** Sheets as a PDF of pictures, with the layer of a text recognizer if wanted: what an office scanner writes, without loss. */
export function bindSheets(sheets: readonly Sheet[], { under = "", over = "" }: Layer = {}): Uint8Array {
  const objects: (string | readonly [string, Uint8Array])[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${sheets.map((_, at) => `${3 + 3 * at} 0 R`).join(" ")}] /Count ${sheets.length} >>`,
  ];
  for (const sheet of sheets) {
    const own = objects.length + 1;
    const [wide, high] = [sheet.width, sheet.height].map((size) => ((size * 72) / sheet.dpi).toFixed(3));
    const draw = `${under} q ${wide} 0 0 ${high} 0 0 cm /I Do Q ${over}`;
    const data = zlibSync(samplesOf(sheet), { level: 1 });
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${own + 1} 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /I ${own + 2} 0 R >> >> >>`,
      `<< /Length ${draw.length} >> stream\n${draw}\nendstream`,
      [
        `<< /Type /XObject /Subtype /Image /Width ${sheet.width} /Height ${sheet.height} /BitsPerComponent 8 /ColorSpace /${sheet.red === null ? "DeviceGray" : "DeviceRGB"} /Filter /FlateDecode /Length ${data.length} >> stream\n`,
        data,
      ],
    );
  }
  return written(objects);
}

/** Grey samples, or red, green and blue ones where there is red ink: it takes most of the green and blue away. */
function samplesOf({ grey, red }: Sheet): Uint8Array {
  if (red === null) return grey;
  const samples = new Uint8Array(3 * grey.length);
  for (let at = 0; at < grey.length; at++) {
    const cover = red[at]! / 255;
    samples[3 * at] = grey[at]! * (1 - 0.15 * cover);
    samples[3 * at + 1] = samples[3 * at + 2] = grey[at]! * (1 - 0.8 * cover);
  }
  return samples;
}

function written(objects: readonly (string | readonly [string, Uint8Array])[]): Uint8Array {
  const text = new TextEncoder();
  const parts: Uint8Array[] = [text.encode("%PDF-1.7\n")];
  const starts: number[] = [];
  const at = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [index, body] of objects.entries()) {
    starts.push(at());
    const [head, data] = typeof body === "string" ? [body, null] : body;
    parts.push(text.encode(`${index + 1} 0 obj ${head}`));
    if (data !== null) parts.push(data, text.encode("\nendstream"));
    parts.push(text.encode(" endobj\n"));
  }
  const entries = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    text.encode(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at()}\n%%EOF\n`,
    ),
  );
  const whole = new Uint8Array(at());
  let to = 0;
  for (const part of parts) {
    whole.set(part, to);
    to += part.length;
  }
  return whole;
}
