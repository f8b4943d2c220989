import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { drawReport, plain, renderings } from "../../support/factory/index.ts";
import { folder, gongkai, page } from "../command-line.ts";

const docx = renderings.find(({ extension }) => extension === "docx")!.render(drawReport(3, plain));
const zip = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files, { level: 1 });

const encrypted = zip({ "a.html": page() });
encrypted[6] = 1;
encrypted[encrypted.findIndex((_, at) => encrypted[at] === 0x50 && encrypted[at + 2] === 1) + 8] = 1;

const root = folder({
  "one.zip": zip({ "青石市/2023.html": page() }),
  "many.zip": zip({
    "2023.html": page(),
    "b/2022.docx": docx,
    "b/about.json": strToU8("{}"),
    "__MACOSX/b/._2022.docx": strToU8("x"),
    "inner.zip": zip({ "c.html": page({ plant: ["t3-row-sum"] }), "deep.zip": zip({ "d.html": page() }) }),
  }),
  "report.docx": docx,
  "renamed.zip": docx,
  "hostile.zip": zip({ "../../up.html": page(), "/root.html": page(), "a\\..\\..\\up.html": page() }),
  "empty.zip": zip({}),
  "encrypted.zip": encrypted,
  "p.html": new TextDecoder().decode(page()).replace(/<table[^]*?<\/table>/g, ""),
  "t.html": new TextDecoder()
    .decode(page())
    .match(/<table[^]*?<\/table>/g)!
    .join("<p>附件</p>"),
  "walked/x/one.zip": zip({ "a.html": page() }),
});
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);

interface Named {
  readonly source: { readonly name: string; readonly sha256: string };
  readonly report: { readonly year: number } | null;
}
const names = (out: string): string[] =>
  (JSON.parse(out) as Named[]).map(({ source }) => source.name.replace(`${root}/`, ""));

describe("convert", () => {
  test("an archive gives a list, also of one", async () => {
    const { code, out } = await gongkai(["convert", at("one.zip")]);
    expect(code).toBe(0);
    expect(names(out)).toEqual(["one.zip!/青石市/2023.html"]);
    const [whole] = JSON.parse(out) as Named[];
    const file = JSON.parse((await gongkai(["convert", at("walked")])).out) as Named[];
    expect(whole).toMatchObject({ report: { year: 2023 }, source: { sha256: file[0]!.source.sha256 } });
  });

  test("archives within are opened once; records and what an archiver adds are left out", async () => {
    const { code, out, err } = await gongkai(["convert", at("many.zip")]);
    expect(names(out)).toEqual([
      "many.zip!/2023.html",
      "many.zip!/b/2022.docx",
      "many.zip!/inner.zip!/c.html",
      "many.zip!/inner.zip!/deep.zip",
    ]);
    expect({ code, err: err.replace(root, "") }).toEqual({
      code: 2,
      err: expect.stringMatching(/^gongkai: \/many\.zip!\/inner\.zip!\/deep\.zip: .*\(zip\)/m),
    });
  });

  test("a document that is a ZIP itself is no archive, whatever it is called", async () => {
    expect(JSON.parse((await gongkai(["convert", at("report.docx")])).out)).toMatchObject({
      adapter: "docx",
    });
    expect(JSON.parse((await gongkai(["convert", at("renamed.zip")])).out)).toMatchObject({
      adapter: "docx",
    });
  });

  test("rows of all documents stand under one head", async () => {
    const { out } = await gongkai(["convert", at("many.zip"), "--to", "csv"]);
    expect(out.match(/^report,|^schema,|^issuer,/gm)).toHaveLength(1);
    expect(out.trimEnd().split("\r\n").length).toBeGreaterThan(3 * 100);
  });

  test("with --out every entry has a file below its archive's name, whatever its own says", async () => {
    const { code } = await gongkai(["convert", at("hostile.zip"), "--out", at("out/below")]);
    expect(code).toBe(0);
    for (const name of ["up.html", "root.html", "a/up.html"])
      expect(existsSync(at(`out/below/hostile.zip/${name}.json`))).toBe(true);
    expect(existsSync(at("up.html.json"))).toBe(false);
  });

  test("what cannot be read is named, in both languages", async () => {
    const english = await gongkai(["convert", at("encrypted.zip"), at("empty.zip")]);
    expect({ ...english, err: english.err.replaceAll(root, "") }).toEqual({
      code: 2,
      out: "[\n\n]\n",
      err: "gongkai: /encrypted.zip!/a.html: cannot read /encrypted.zip!/a.html (encrypted)\ngongkai: /empty.zip: cannot read /empty.zip (empty)\n",
    });
    expect((await gongkai(["convert", at("empty.zip"), "--lang", "zh"])).err).toContain("空文件");
  });
});

test("check looks at every document of an archive", async () => {
  const { code, out } = await gongkai(["check", at("many.zip")]);
  expect(code).toBe(2);
  expect(out).toContain("many.zip!/2023.html: ");
  expect(out).toMatch(/many\.zip!\/inner\.zip!\/c\.html: 2 errors/);
});

test("files that are said to be one report give one conversion", async () => {
  const files = [at("p.html"), at("t.html"), "--as-one"];
  const { code, out } = await gongkai(["convert", ...files]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    source: { files: [{ name: at("p.html") }, { name: at("t.html") }] },
    report: { year: 2023, tables: { applications: {} } },
  });
  await gongkai(["convert", ...files, "--out", at("joined")]);
  expect(existsSync(at("joined/p.html.json"))).toBe(true);
  expect((await gongkai(["check", ...files])).out).toMatch(/p\.html \+ .*t\.html: \d+ checks held/);
});
