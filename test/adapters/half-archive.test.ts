import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { convert } from "../../src/index.ts";

const noise = Uint8Array.from({ length: 5_000 }, (_, at) => (at * at * 31 + at * 7) % 251);
const packed = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries([...names, "last"].map((name) => [name, [noise, { level: 0 }]])));
const half = (...names: string[]): Uint8Array => packed(...names).subarray(0, 5_000 * names.length + 300);
const outcome = async (bytes: Uint8Array): Promise<string> => {
  const { adapter, diagnostics } = await convert({ name: "a", bytes });
  return `${adapter}: ${diagnostics.map(({ rule }) => rule).join(" ")}`;
};

test("half of a package is named for what it was", async () => {
  expect(await outcome(half("[Content_Types].xml", "word/document.xml"))).toBe("docx: truncated");
  expect(await outcome(half("[Content_Types].xml", "xl/workbook.xml"))).toBe("xlsx: truncated");
  expect(await outcome(half("Doc_0/Document.xml"))).toBe("ofd: truncated");
  expect(await outcome(half("照片.jpg"))).toBe("null: truncated");
  for (const [type, format] of [
    ["text", "odt"],
    ["spreadsheet", "ods"],
  ] as const) {
    const mimetype = strToU8(`application/vnd.oasis.opendocument.${type}`);
    const whole = zipSync({ mimetype: [mimetype, { level: 0 }], "content.xml": [noise, { level: 0 }] });
    expect(await outcome(whole.subarray(0, 1_000))).toBe(`${format}: truncated`);
  }
});

test("a file of a foreign format has no adapter", async () => {
  expect(await outcome(packed("照片.jpg"))).toBe("null: unsupported");
  expect(await outcome(strToU8("Rar!\x1a\x07\0"))).toBe("null: unsupported");
  expect(await outcome(strToU8("无"))).toBe("text: not-a-report");
});

test("what cannot be read says what to do", async () => {
  const said = async (bytes: Uint8Array, maximumBytes = 1_000): Promise<string[]> =>
    (await convert({ name: "a", bytes }, { limits: { maximumBytes } })).diagnostics.map(
      ({ message }) => message,
    );
  expect(await said(new Uint8Array())).toEqual([expect.stringMatching(/Get another copy/)]);
  expect(await said(noise)).toEqual([expect.stringMatching(/Split it .* or raise the limit/)]);
  expect(await said(strToU8("无"))).toEqual([expect.stringMatching(/whether it is the right file/)]);
});
