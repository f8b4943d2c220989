import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { cellsOf, convert, convertEach, flagsOf } from "../src/index.ts";
import type { Conversion, SourceInput } from "../src/index.ts";
import { drawReport, layOut, plain, renderHtml, renderings } from "./support/factory/index.ts";

const truth = drawReport(7, { ...plain, year: 2023 });
const whole = new TextDecoder().decode(renderHtml(layOut(truth)));
const tables = whole.match(/<table[^]*?<\/table>/g)!;
const docx = renderings.find(({ extension }) => extension === "docx")!.render(truth);

const file = (name: string, content: string | Uint8Array): SourceInput => ({
  name,
  bytes: typeof content === "string" ? strToU8(content) : content,
});
const page = file("page.html", whole.replace(/<table[^]*?<\/table>/g, ""));
const attachment = file("attachment.html", `<body>${tables.join("<p>附件</p>")}</body>`);

const numbers = ({ report }: Conversion) => cellsOf(report!).map(({ pointer, value }) => [pointer, value]);
const flagged = (conversion: Conversion): string[] => {
  const flagAt = flagsOf(conversion);
  return cellsOf(conversion.report!).flatMap(({ pointer }) => (flagAt(pointer).severity ? [pointer] : []));
};

describe("a report in several files", () => {
  test("a page and the tables attached to it are one record, whichever is named first", async () => {
    const expected = await convert(file("whole.html", whole));
    for (const files of [
      [page, attachment],
      [attachment, page],
    ]) {
      const joined = await convert(files);
      expect(numbers(joined)).toEqual(numbers(expected));
      expect(joined.diagnostics).toEqual([]);
      expect(joined.report).toMatchObject({ title: expected.report!.title, year: 2023 });
    }
  });

  test("every value says which file it stood in, and tables are counted in each", async () => {
    const { evidence } = await convert([page, attachment]);
    expect(evidence["/report/title"]?.at).toMatchObject({ file: 1 });
    const at = evidence["/report/tables/applications/total/newlyReceived"]?.at;
    expect(at).toMatchObject({ file: 2, table: 2 });
  });

  test("the source names each file, and is known by the hash of their hashes", async () => {
    const { source, adapter } = await convert([page, file("a.docx", docx)]);
    const hash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
    const files = source.files!.map(({ name, sha256 }) => [name, sha256]);
    expect(files).toEqual([
      ["page.html", hash(page.bytes as Uint8Array)],
      ["a.docx", hash(docx)],
    ]);
    expect(source).toMatchObject({
      name: "page.html + a.docx",
      sha256: hash(files.map(([, sha256]) => sha256).join("\n")),
    });
    expect(adapter).toBe("html+docx");
  });

  test("a page and an attachment that are both whole and agree raise no flag", async () => {
    const joined = await convert([file("whole.html", whole), file("a.docx", docx)]);
    expect(flagged(joined)).toEqual([]);
  });

  test("where they differ, each cell that does is named, with the other file's place", async () => {
    const { evidence } = await convert(file("whole.html", whole));
    const printed = Object.entries(evidence).filter(
      ([pointer, { raw }]) => pointer.startsWith("/report/tables/applications/") && /^\d+$/.test(raw ?? ""),
    );
    for (const [pointer, { at, raw }] of [printed[3]!, printed.at(-1)!]) {
      const table = tables[at!.table! - 1]!;
      let nth = 0;
      const changed = table.replace(/<tr[^]*?<\/tr>/g, (row) =>
        ++nth === at!.row ? row.replace(`>${raw}<`, `>${Number(raw) + 3}<`) : row,
      );
      expect(changed).not.toBe(table);
      const joined = await convert([
        file("changed.html", whole.replace(table, changed)),
        file("a.docx", docx),
      ]);
      expect(flagged(joined)).toContain(pointer);
      const doubt = joined.diagnostics.find(({ paths }) => paths?.includes(pointer) && paths.length < 20);
      expect(doubt?.at).toMatchObject({ file: 2, table: 2 });
      expect(joined.diagnostics.map(({ rule }) => rule)).not.toContain("unknown-table");
    }
  });

  test("a file that cannot be read is named, and does not end the rest", async () => {
    const joined = await convert([file("whole.html", whole), file("a.rar", "Rar!\x1a\x07\0")]);
    expect(joined.report?.year).toBe(2023);
    expect(joined.diagnostics).toMatchObject([{ rule: "unsupported", at: { file: 2 } }]);
    const none = await convert([file("a.rar", "Rar!\x1a\x07\0"), file("b.rar", "Rar!\x1a\x07\x01")]);
    expect({ ...none, report: none.report }).toMatchObject({ report: null, adapter: null });
    expect(none.diagnostics.map(({ rule }) => rule)).toEqual(["unsupported", "unsupported"]);
  });

  test("no file, and more than a report can have pages", async () => {
    await expect(convert([])).rejects.toThrow(TypeError);
    const { diagnostics } = await convert([page, page, page], { limits: { maximumPages: 2 } });
    expect(diagnostics).toMatchObject([{ rule: "too-large", args: { what: "files", size: 3, limit: 2 } }]);
  });
});

describe("convertEach", () => {
  const each = async (source: SourceInput): Promise<string[]> => {
    const said: string[] = [];
    for await (const { source: found, report, diagnostics } of convertEach(source))
      said.push(`${found.name}: ${report?.year ?? diagnostics[0]?.rule}`);
    return said;
  };

  test("each document of an archive, in its order, and those of an archive within", async () => {
    const inner = zipSync({ "c.html": strToU8(whole), "d.zip": zipSync({ "e.html": strToU8(whole) }) });
    const archive = zipSync({
      "2023/a.html": strToU8(whole),
      "b.docx": docx,
      "inner.zip": inner,
      "x.json": strToU8("{}"),
    });
    expect(await each({ name: "a.zip", bytes: archive })).toEqual([
      "a.zip!/2023/a.html: 2023",
      "a.zip!/b.docx: 2023",
      "a.zip!/inner.zip!/c.html: 2023",
      "a.zip!/inner.zip!/d.zip: unsupported",
    ]);
  });

  test("what is no archive gives its own conversion", async () => {
    expect(await each({ name: "a.docx", bytes: docx })).toEqual(["a.docx: 2023"]);
    expect(await each({ name: "a.html", bytes: strToU8(whole) })).toEqual(["a.html: 2023"]);
    expect(await each({ name: "a.zip", bytes: zipSync({}) })).toEqual(["a.zip: unsupported"]);
  });

  test("an entry that is damaged is named and does not end the rest", async () => {
    const archive = zipSync({ "a.html": [strToU8(whole), { level: 0 }], "b.html": strToU8(whole) });
    archive[200] = archive[200]! ^ 1;
    expect(await each({ name: "a.zip", bytes: archive })).toEqual([
      "a.zip!/a.html: damaged",
      "a.zip!/b.html: 2023",
    ]);
  });
});
