import { describe, expect, it } from "vitest";
import { openArchive } from "../../../src/adapters/package/zip.ts";
import { build, files, limits, p, printed, zip } from "../docx/build.ts";

const body = p("一、总体情况");
const whole = build({ body });
const main = "word/document.xml";

/** Where the central directory describes an entry. */
function describedAt(bytes: Uint8Array, name: string): number {
  const pattern = [0x50, 0x4b, 1, 2];
  const wanted = new TextEncoder().encode(name);
  for (let at = 0; at < bytes.length - 46; at++) {
    const isEntry = pattern.every((byte, index) => bytes[at + index] === byte);
    if (isEntry && wanted.every((byte, index) => bytes[at + 46 + index] === byte)) return at;
  }
  throw new Error(`no entry ${name}`);
}

/** The archive with a number of an entry's description changed. */
function patched(offset: number, value: number, width: 2 | 4, bytes = whole): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = describedAt(copy, main) + offset;
  if (width === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}

const end = (offset: number, value: number): Uint8Array => {
  const copy = whole.slice();
  new DataView(copy.buffer).setUint16(copy.length - 22 + offset, value, true);
  return copy;
};

describe("archives", () => {
  it("hands out entries in pieces and verifies them", () => {
    const data = Uint8Array.from({ length: 300_000 }, (_, index) => (index * index) >> 3);
    const archive = openArchive(zip({ "A/b.bin": data, empty: "" }), limits);
    const read = (name: string): number[] => {
      const bytes: number[] = [];
      archive.read(name, (chunk) => chunk.forEach((byte) => bytes.push(byte)));
      return bytes;
    };
    expect(archive.names).toEqual(["A/b.bin", "empty"]);
    expect(archive.find("a/B.BIN")).toBe("A/b.bin");
    expect(read("A/b.bin")).toEqual([...data]);
    expect(read("empty")).toEqual([]);
  });

  it("reads on when a download has bytes appended", () => {
    expect(printed(new Uint8Array([...whole, 13, 10]))).toEqual(["- 一、总体情况"]);
  });

  it("catches a header that lies about the size while inflating", () => {
    expect(printed(patched(24, 10, 4))).toEqual(["! damaged word/document.xml size-mismatch"]);
    expect(printed(patched(24, 5_000_000, 4))).toEqual(["! too-large compression-ratio 250"]);
    expect(printed(patched(24, 900_000, 4))).toEqual(["! damaged word/document.xml size-mismatch"]);
  });

  it("stops at the limit for one part and for all together", () => {
    const size = files({ body })[main]!.length;
    expect(printed(whole, { ...limits, maximumInflatedBytes: size - 1 })).toEqual([
      `! too-large inflated-bytes ${size - 1}`,
    ]);
    const bomb = zip({ ...files({ body }), [main]: new Uint8Array(30_000_000).fill(0x20) });
    expect(printed(bomb)).toEqual(["! too-large inflated-bytes 20000000"]);
    const honestNowhere = patched(24, 1000, 4, bomb);
    expect(printed(honestNowhere)).toEqual(["! damaged word/document.xml size-mismatch"]);
    expect(printed(bomb, { ...limits, maximumInflatedBytes: 1e9 })).toEqual([
      "! too-large compression-ratio 250",
    ]);
  });

  it.each([
    ["a wrong checksum", patched(16, 1, 4), "damaged word/document.xml checksum"],
    ["an encrypted entry", patched(8, 1, 2), "encrypted zip"],
    ["an unknown method", patched(10, 9, 2), "damaged word/document.xml compression-method"],
    ["stored data called deflated", patched(10, 0, 2), "damaged word/document.xml size-mismatch"],
    ["ZIP64 sizes", patched(24, 0xffffffff, 4), "damaged zip64"],
    ["data past the end", patched(20, 0x7fffffff, 4), "truncated word/document.xml"],
    ["an offset past the end", patched(42, 0x7fffffff, 4), "truncated word/document.xml"],
    ["another entry's local header", patched(42, 0, 4), "damaged word/document.xml local-header"],
    ["a directory cut short by its count", end(10, 1), "damaged central-directory"],
    ["a directory longer than it is", end(10, 99), "damaged central-directory"],
    ["ZIP64 counts", end(10, 0xffff), "damaged zip64"],
    ["too many entries", end(10, 0xfffe), "too-large entries 10000"],
    ["a missing end", whole.subarray(0, whole.length - 30), "truncated zip"],
    ["nothing but a signature", new Uint8Array([0x50, 0x4b, 3, 4]), "truncated zip"],
  ])("refuses %s", (_, bytes, outcome) => {
    expect(printed(bytes)).toEqual([`! ${outcome}`]);
  });

  it("refuses two entries of one name", () => {
    const twice = zip({ ...files({ body }), "word/Xocument.xml": "<x/>" });
    twice.forEach((byte, at) => {
      if (byte === 0x58 && String.fromCharCode(...twice.subarray(at, at + 5)) === "Xocum") twice[at] = 0x44;
    });
    expect(printed(twice)).toEqual(["! damaged word/Document.xml duplicate-entry"]);
  });

  it("says when a part the document names is missing", () => {
    const { "word/styles.xml": _styles, ...rest } = files({ body, styles: "" });
    expect([_styles !== undefined, ...printed(zip(rest))]).toEqual([
      true,
      "- 一、总体情况",
      "! missing-part word/styles.xml",
    ]);
  });
});
