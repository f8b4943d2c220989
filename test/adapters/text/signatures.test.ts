import { expect, it } from "vitest";
import { convert } from "../../../src/index.ts";

it.each([
  ["rar", "Rar!\x1a\x07"],
  ["7z", "7z\xbc\xaf\x27\x1c"],
  ["caj", "CAJ\0\0\0"],
  ["ceb", "Founder CEB 3.1"],
  ["chm", "ITSF\x03"],
  ["mp4", "\0\0\0\x18ftypmp42"],
  ["works", "\x01\xfe\x32\0"],
  ["word-2", "\xdb\xa5\x2d\0\0\0"],
  ["excel-4", "\x09\x04\x06\0\0\0\x10\0"],
  ["wordperfect", "\xffWPC\x10"],
  ["tar", `${"a.doc".padEnd(257, "\0")}ustar\x0000`],
  ["heic", "\0\0\0\x18ftypheic"],
  ["sylk", "ID;PWXL;N;E\r\n"],
  ["dif", "TABLE\n0,1\n"],
  ["uof", '<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2009/uof"/>'],
  ["xml", '<?xml version="1.0"?><report><title>a</title><year>2021</year></report>'],
])("%s is named, with what to do instead", async (format, head) => {
  const bytes = Uint8Array.from(head.padEnd(64, "\x07"), (character) => character.charCodeAt(0));
  const { report, diagnostics } = await convert({ name: "report.txt", bytes }, { language: "zh" });
  expect(report).toBeNull();
  expect(diagnostics.map(({ rule, args }) => [rule, args?.["format"]])).toEqual([["unsupported", format]]);
  expect(diagnostics[0]!.message).toContain("另存为 .docx 或 PDF");
});
