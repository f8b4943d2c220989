import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import { LIMITS, gridsOf } from "./support.ts";
import { grid, pdfFile, row, stream, text } from "./tiny.ts";

const TABLE =
  grid([20, 100, 180, 260], [180, 160, 140]) +
  row([30, 110, 190], 166, "item", "count", "sum") +
  row([30, 110, 190], 146, "row", "1435", "20");

/** A stream whose checksum is right: a file without any is one whose writer does not know how to write them. */
const sound = stream("/Filter /FlateDecode", latin1(deflated("q Q")));

async function read(bytes: Uint8Array) {
  const { tokens, diagnostics } = await pdf.read({ name: "stored.pdf", bytes }, LIMITS);
  const cells = gridsOf(tokens)
    .flat(2)
    .map(({ text, doubt }) => text + (doubt === undefined ? "" : "?"));
  return { cells: cells.slice(4).join("|"), told: diagnostics.map(({ rule }) => rule) };
}

describe("a file is read alike, however it is stored:", () => {
  it("in a Buffer of Node", async () => {
    const plain = pdfFile("1.7", page(stream("", TABLE)));
    expect(await read(Buffer.from(plain))).toEqual({ cells: "1435|20", told: [] });
  });

  it("encrypted with an empty password", async () => {
    expect(await read(encrypted(deflated(TABLE)))).toEqual({ cells: "1435|20", told: [] });
  });

  it.each([
    ["hexadecimal", `${hex(deflated(TABLE))}>`, "/ASCIIHexDecode /FlateDecode"],
    ["base 85", base85(deflated(TABLE)), "/ASCII85Decode /FlateDecode"],
    ["hexadecimal alone", `${hex(bytesOf(TABLE))}>`, "/ASCIIHexDecode"],
    ["base 85 alone", base85(bytesOf(TABLE)), "/ASCII85Decode"],
  ])("written as text: %s", async (_, contents, filters) => {
    const bytes = pdfFile("1.7", [...page(stream(`/Filter [${filters}]`, contents)), sound]);
    expect(await read(bytes)).toEqual({ cells: "1435|20", told: [] });
  });

  it("encrypted and damaged, which its checksum shows", async () => {
    const data = deflated(TABLE);
    data[data.length >> 1]! ^= 4;
    const { told } = await read(encrypted(data));
    expect(told.length).toBeGreaterThan(0);
  });
});

it.each([
  [
    "deflated bytes",
    base85(deflated(TABLE).map((byte, at) => (at === 90 ? byte ^ 4 : byte))),
    "/ASCII85Decode /Fl",
  ],
  ["the end of digits", hex(bytesOf(TABLE)).slice(0, -60), "/ASCIIHexDecode"],
  ["a digit", `${hex(bytesOf(TABLE)).replace("31343335", "3134333 ?")}>`, "/ASCIIHexDecode"],
])("damage to bytes that are written as text is told: %s", async (_, contents, filters) => {
  const { told } = await read(pdfFile("1.7", [...page(stream(`/Filter [${filters}]`, contents)), sound]));
  expect(told.length).toBeGreaterThan(0);
});

it("what is blank may have stood in an object that is missing", async () => {
  const objects = page(stream("/Filter /FlateDecode", latin1(deflated(TABLE.replace("(1435)", "()")))));
  const lacking = objects.map((object) => object.replace("/Contents 4 0 R", "/Contents [4 0 R 9 0 R]"));
  expect(await read(pdfFile("1.7", lacking))).toEqual({ cells: "?|20", told: ["pdf-objects-damaged"] });
});

it.each([
  ["of a page", stream("/Filter /Brotli", TABLE), sound],
  [
    "of a form",
    stream("", "/F Do"),
    stream("/Subtype /Form /BBox [0 0 300 200] /Filter [/Fl /Brotli]", TABLE),
  ],
])("a stream with a filter that nobody knows is told: %s", async (_, contents, other) => {
  const objects = page(contents).map((object) => object.replace("/Font", "/XObject << /F 6 0 R >> /Font"));
  expect((await read(pdfFile("1.7", [...objects, other]))).told).toContain("pdf-stream-damaged");
});

it.each([1, 2, 3])("pages that a wrong count leaves out are told: %d of 2", async (count) => {
  const objects = page(stream("/Filter /FlateDecode", latin1(deflated(TABLE))));
  objects[1] = `<< /Type /Pages /Kids [5 0 R 6 0 R] /Count ${count} >>`;
  const { told } = await read(pdfFile("1.7", [...objects, objects[4]!]));
  expect(told.filter((rule) => rule === "pdf-page-unreadable")).toHaveLength(count === 2 ? 0 : 1);
});

it("a file that ends within a later revision is told", async () => {
  const first = latin1(pdfFile("1.7", page(stream("", TABLE))));
  const later = `4 0 obj\n${stream("", TABLE.replace("1435", "2046"))}\nendobj\n`;
  const { cells, told } = await read(bytesOf(first + later.slice(0, -20)));
  expect({ cells, told }).toEqual({ cells: "1435|20", told: ["pdf-rebuilt"] });
});

it("a later revision counts, whose objects replace those before", async () => {
  const first = latin1(pdfFile("1.7", page(stream("", TABLE))));
  const later = `4 0 obj\n${stream("", TABLE.replace("1435", "2046"))}\nendobj\n`;
  const table = `xref\n4 1\n${String(first.length).padStart(10, "0")} 00000 n \n`;
  const before = /startxref\n(\d+)/.exec(first)![1]!;
  const end = `trailer\n<< /Size 6 /Root 1 0 R /Prev ${before} >>\nstartxref\n${first.length + later.length}\n%%EOF\n`;
  expect(await read(bytesOf(first + later + table + end))).toEqual({ cells: "2046|20", told: [] });
});

it("broad and narrow text does not lie about its digits", async () => {
  for (const scale of [30, 200, 300]) {
    const wide = text(110, 126, "77", `${scale} Tz`);
    const shown = grid([20, 100, 180, 260], [180, 160, 140, 120]) + wide + TABLE;
    const { cells } = await read(
      pdfFile("1.7", page(stream("/Filter /FlateDecode", latin1(deflated(shown))))),
    );
    expect(cells).toBe("1435|20||77|");
  }
});

function base85(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const part = bytes.subarray(at, at + 4);
    const value = [0, 1, 2, 3].reduce((sum, place) => sum * 256 + (part[place] ?? 0), 0);
    const group = [4, 3, 2, 1, 0].map((place) =>
      String.fromCharCode(33 + (Math.floor(value / 85 ** place) % 85)),
    );
    text += value === 0 && part.length === 4 ? "z" : group.slice(0, part.length + 1).join("");
  }
  return `${text}~>`;
}

/** A number in Calibri, which is not in the file, and whose height is given wrong. */
function calibri(ascent: number, descent: number): Uint8Array {
  const descriptor =
    `<< /Type /FontDescriptor /FontName /Calibri /Flags 32 /ItalicAngle 0 /StemV 80 /Ascent ${ascent} ` +
    `/Descent ${descent} /FontBBox [0 ${descent} 1000 ${ascent}] >>`;
  const objects = page(
    stream("/Filter /FlateDecode", latin1(deflated(TABLE.replace("1435", "1100,244.00")))),
  );
  objects[2] =
    `<< /Type /Font /Subtype /TrueType /BaseFont /Calibri /Encoding /WinAnsiEncoding /FirstChar 44 ` +
    `/LastChar 57 /Widths [250 300 250 390 ${"507 ".repeat(10)}] /FontDescriptor ${descriptor} >>`;
  return pdfFile("1.7", objects);
}

it.each([
  [4200, -1500],
  [90, -40],
])("a font that gives its height wrong loses no digits: from %d to %d", async (ascent, descent) => {
  expect(await read(calibri(ascent, descent))).toEqual({ cells: "1100,244.00|20", told: [] });
});

const bold = new URL("../../../../shared/suites/tabula/eu-017.pdf", import.meta.url);
it.skipIf(!existsSync(bold))(
  "what was read before changes nothing: a file with bold text of no font of its own (skipped without ../shared/suites)",
  async () => {
    const alone = await read(calibri(4200, -1500));
    await read(new Uint8Array(readFileSync(bold)));
    expect(await read(calibri(4200, -1500))).toEqual(alone);
  },
);

it.each([0.02, 0.2, 5, 50])("a page is read alike in units of its own: %d of a point", async (unit) => {
  const scaled = `${unit} 0 0 ${unit} 0 0 cm ${TABLE}`;
  const objects = page(stream("/Filter /FlateDecode", latin1(deflated(scaled))));
  const box = `/MediaBox [0 0 ${300 * unit} ${200 * unit}] /UserUnit ${1 / unit}`;
  const bytes = pdfFile(
    "1.7",
    objects.map((object) => object.replace("/MediaBox [0 0 300 200]", box)),
  );
  expect(await read(bytes)).toEqual({ cells: "1435|20", told: [] });
  const { tokens } = await pdf.read({ name: "stored.pdf", bytes }, LIMITS);
  const [left = 0, top = 0] = gridsOf(tokens)[0]![1]![1]!.at.box!;
  expect(Math.abs(left - 100 * unit)).toBeLessThan(unit + 0.1);
  expect(Math.abs(top - 40 * unit)).toBeLessThan(unit + 0.1);
});

it.each([
  ["for paper alone", "/View << /ViewState /OFF >> /Print << /PrintState /ON >>", "", "1435?|20"],
  ["for the screen, though off", "/View << /ViewState /ON >>", "/OFF [6 0 R]", "1435?|20"],
  ["for the screen alone", "/View << /ViewState /ON >> /Print << /PrintState /OFF >>", "", "1435|20"],
  ["of a program that drew it", "/CreatorInfo << /Creator (Office) /Subtype /Artwork >>", "", "1435|20"],
])("a layer that viewers may show or hide is doubted: %s", async (_, usage, off, cells) => {
  const drawn = text(110, 146, "1435");
  const layered = TABLE.replace(drawn, `/OC /L BDC ${drawn}EMC\n`);
  const objects = [
    ...page(stream("/Filter /FlateDecode", latin1(deflated(layered)))),
    `<< /Type /OCG /Name (layer) /Usage << ${usage} >> >>`,
  ];
  objects[0] = `<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << ${off} >> >> >>`;
  objects[4] = objects[4]!.replace("/Font", "/Properties << /L 6 0 R >> /Font");
  expect(await read(pdfFile("1.7", objects))).toEqual({ cells, told: [] });
});

it("so is a form of such a layer", async () => {
  const drawn = text(110, 146, "1435");
  const objects = [
    ...page(stream("", TABLE.replace(drawn, "/F Do\n"))),
    "<< /Type /OCG /Name (layer) /Usage << /View << /ViewState /OFF >> >> >>",
    stream("/Subtype /Form /BBox [0 0 300 200] /OC 6 0 R /Resources << /Font << /F1 3 0 R >> >>", drawn),
  ];
  objects[0] = `<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << >> >> >>`;
  objects[4] = objects[4]!.replace("/Font", "/XObject << /F 7 0 R >> /Font");
  expect(await read(pdfFile("1.7", objects))).toEqual({ cells: "1435?|20", told: [] });
});

it.each([
  ["Wingdings", "1435?|20?"],
  ["ABCDEF+Wingdings-Regular", "1435?|20?"],
  ["Symbol", "1435|20"],
  ["Arial", "1435|20"],
])("digits in a font of signs are doubted: %s", async (name, cells) => {
  const objects = page(stream("/Filter /FlateDecode", latin1(deflated(TABLE))));
  objects[2] = `<< /Type /Font /Subtype /TrueType /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  expect(await read(pdfFile("1.7", objects))).toEqual({ cells, told: [] });
});

it("glyphs that are squeezed to the widths of a font that is not in the file are whole", async () => {
  // As programs print that write a page in strips: the second time without the point.
  const strip = (height: number, words: string) =>
    `q 108 144 60 ${height} re W n BT /F1 8.3 Tf 1 0 0 1 110 146 Tm ${words} TJ ET Q\n`;
  const twice = TABLE.replace("1435", "") + strip(10.2, "[(1435.0268)]") + strip(4, "[(1435)-300(0268)]");
  const descriptor = "<< /Type /FontDescriptor /FontName /Tahoma /Flags 32 /ItalicAngle 0 /StemV 92 >>";
  const objects = page(stream("/Filter /FlateDecode", latin1(deflated(twice))));
  objects[2] =
    `<< /Type /Font /Subtype /TrueType /BaseFont /Tahoma /Encoding /WinAnsiEncoding /FirstChar 46 ` +
    `/LastChar 57 /Widths [300 300 ${"546 ".repeat(10)}] /FontDescriptor ${descriptor} >>`;
  expect(await read(pdfFile("1.7", objects))).toEqual({ cells: "1435.0268|20", told: [] });
});

/** Objects of one page, its contents as object 4. */
function page(contents: string): string[] {
  return [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    contents,
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
  ];
}

/** A file whose contents are encrypted by the first of all ways (PDF 32000-1, 7.6.2, V 1 and R 2), for all to read. */
function encrypted(contents: Uint8Array): Uint8Array {
  const pad = bytesOf("(\xbfN^Nu\x8aAd\0NV\xff\xfa\x01\x08..\0\xb6\xd0h>\x80/\x0c\xa9\xfedSiz");
  const id = bytesOf("0123456789abcdef");
  const key = md5(pad, pad, bytesOf("\xfc\xff\xff\xff"), id).subarray(0, 5);
  const ofContents = md5(key, bytesOf("\x04\0\0\0\0")).subarray(0, 10);
  const security = `<< /Filter /Standard /V 1 /R 2 /O <${hex(pad)}> /U <${hex(rc4(key, pad))}> /P -4 >>`;
  const objects = [...page(stream("/Filter /FlateDecode", latin1(rc4(ofContents, contents)))), security];
  const file = latin1(pdfFile("1.4", objects));
  return bytesOf(file.replace("/Root 1 0 R", `/Root 1 0 R /Encrypt 6 0 R /ID [<${hex(id)}> <${hex(id)}>]`));
}

function md5(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(createHash("md5").update(Buffer.concat(parts)).digest());
}

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b]!, state[a]!]);
  for (let i = 0, j = 0; i < 256; i++) swap(i, (j = (j + state[i]! + key[i % key.length]!) & 255));
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    return byte ^ state[(state[i]! + state[j]!) & 255]!;
  });
}

function deflated(content: string): Uint8Array {
  return zlibSync(bytesOf(content));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function latin1(bytes: Uint8Array): string {
  return [...bytes].map((byte) => String.fromCharCode(byte)).join("");
}
