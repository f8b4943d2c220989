import fc from "../support/fast-check.ts";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/adapters/decode.ts";

/** Encoders made by asking the decoder for every two-byte code: the platform ships no encoder but UTF-8. */
function encoder(label: string): (text: string) => Uint8Array {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(label);
  for (let lead = 0xa1; lead <= 0xfe; lead++) {
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== "\uFFFD") codes.set(text, [lead, trail]);
    }
  }
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((c) => (c < "\x80" ? [c.charCodeAt(0)] : (codes.get(c) ?? missing(c)))),
    );
}

function missing(character: string): never {
  throw new Error(`no code for ${character}`);
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  [...Array(text.length).keys()].forEach((i) => bytes.setUint16(i * 2, text.charCodeAt(i), !bigEndian));
  return new Uint8Array(bytes.buffer);
}

const gbk = encoder("gb18030");
const big5 = encoder("big5");
const utf8 = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((p) => [...p]));

const simplified =
  "某某镇人民政府2021年政府信息公开工作年度报告\n一、总体情况\n本年新收申请12件，“予以公开”3件。";
const traditional = "某某鎮人民政府2021年政府資訊公開工作年度報告\n一、總體情況\n本年新收申請12件。";

function shown(bytes: Uint8Array, declared?: string): string {
  const { text, encoding, diagnostics } = decode(bytes, declared);
  const notes = diagnostics.map((d) => `${d.severity} ${d.rule} ${Object.values(d.args ?? {}).join(" ")}`);
  return [encoding, ...notes, text].join("|");
}

describe("decode", () => {
  it.each([
    ["UTF-8", utf8(simplified), "utf-8", simplified],
    ["UTF-8 with a mark", utf8("\uFEFF" + simplified), "utf-8", simplified],
    ["UTF-16LE with a mark", utf16("\uFEFF" + simplified, false), "utf-16le", simplified],
    ["UTF-16BE with a mark", utf16("\uFEFF" + simplified, true), "utf-16be", simplified],
    ["UTF-16LE without a mark", utf16(simplified, false), "utf-16le", simplified],
    ["UTF-16BE without a mark", utf16(simplified, true), "utf-16be", simplified],
    ["UTF-16 of ASCII alone", utf16("<p>1 2 3</p>", false), "utf-16le", "<p>1 2 3</p>"],
    ["GBK", gbk(simplified), "gb18030", simplified],
    ["Big5", big5(traditional), "big5", traditional],
    ["ASCII", utf8("12"), "utf-8", "12"],
    ["nothing", new Uint8Array(), "utf-8", ""],
  ])("reads %s", (_, bytes, encoding, text) => {
    expect(shown(bytes)).toBe(`${encoding}|${text}`);
  });

  it("turns every line end into a line feed", () => {
    expect(shown(utf8("一\r\n二\r三\n四\r\n\r\n五"))).toBe("utf-8|一\n二\n三\n四\n\n五");
  });

  it("accepts a declared charset that the bytes bear out", () => {
    expect(shown(gbk(simplified), "gb2312")).toBe(`gb18030|${simplified}`);
    expect(shown(gbk("名称"), "GBK")).toBe("gb18030|名称");
    expect(shown(big5("名稱"), "big5")).toBe("big5|名稱");
    expect(shown(utf8(simplified), "UTF-8")).toBe(`utf-8|${simplified}`);
    expect(shown(utf8("12"), "gb2312")).toBe("utf-8|12");
  });

  it("believes the bytes when the declared charset contradicts them", () => {
    expect(shown(utf8(simplified), "gb2312")).toBe(
      `utf-8|notice charset-mismatch gb2312 utf-8|${simplified}`,
    );
    expect(shown(gbk(simplified), "utf-8")).toBe(
      `gb18030|notice charset-mismatch utf-8 gb18030|${simplified}`,
    );
    expect(shown(big5(traditional), "gb2312")).toBe(
      `big5|notice charset-mismatch gb2312 big5|${traditional}`,
    );
    expect(shown(gbk(simplified), "iso-8859-1")).toBe(
      `gb18030|notice charset-mismatch iso-8859-1 gb18030|${simplified}`,
    );
  });

  it("keeps UTF-8 with broken bytes as UTF-8 and says how many", () => {
    const broken = join(
      utf8("一、总体情况"),
      Uint8Array.of(0xe6, 0x80),
      utf8("，申请12件"),
      Uint8Array.of(0xff),
    );
    expect(shown(broken)).toBe("utf-8|warning undecodable-text 2 utf-8|一、总体情况\uFFFD，申请12件\uFFFD");
  });

  it("keeps GBK with broken bytes as GBK and says how many", () => {
    expect(shown(join(gbk(simplified), Uint8Array.of(0xff)))).toBe(
      `gb18030|warning undecodable-text 1 gb18030|${simplified}\uFFFD`,
    );
    expect(shown(gbk(simplified + "完").slice(0, -1))).toBe(
      `gb18030|warning undecodable-text 1 gb18030|${simplified}\uFFFD`,
    );
  });

  it("never lets a NUL vanish between two digits", () => {
    expect(shown(utf8("申请数量1\x002件"))).toBe("utf-8|warning undecodable-text 1 utf-8|申请数量1\uFFFD2件");
  });

  it.each([
    [
      "control characters",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 1, 2, 3, 4),
    ],
    ["every byte in turn", Uint8Array.from({ length: 4096 }, (_, i) => (i * 167) % 256)],
    ["bytes of no encoding", new Uint8Array(100).fill(0xff)],
  ])("refuses %s as no text", (_, bytes) => {
    expect(shown(bytes)).toMatch(/^[\w-]+\|error unsupported binary\|$/);
  });

  const words = [
    "政府信息公开",
    "年度报告",
    "申请",
    "规章",
    "，",
    "。",
    "（一）",
    "总计",
    "12",
    "0",
    "\n",
    " ",
    "<td>",
    "说明",
  ];
  const chinese = fc
    .array(fc.constantFrom(...words), { maxLength: 60 })
    .map((parts) => "政府信息公开工作年度报告\n" + parts.join(""));

  it("gives back what was encoded (property)", () => {
    fc.assert(
      fc.property(chinese, fc.boolean(), (text, bigEndian) => {
        expect(decode(gbk(text))).toEqual({ text, encoding: "gb18030", isText: true, diagnostics: [] });
        expect(decode(utf8(text)).text).toBe(text);
        expect(decode(utf16(text, bigEndian)).text).toBe(text);
      }),
    );
  });

  it("never throws, whatever the bytes (property)", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.string(), { nil: undefined }),
        (bytes, declared) => {
          expect(decode(bytes, declared).text).not.toContain("\r");
        },
      ),
    );
  });
});
