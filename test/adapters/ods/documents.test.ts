import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { detect } from "../../../src/adapters/index.ts";
import { fods, ods } from "../../../src/adapters/ods/index.ts";
import { convert, defaultLimits } from "../../../src/index.ts";
import { corpusFolders, sourceOf } from "../../support/corpus.ts";
import { refusedMutants } from "../../support/mutants.ts";
import { readPackedMutants } from "../../support/packed-mutants.ts";
import { printReading } from "../../support/print-cells.ts";
import { looksRead, looksWorkbook } from "../../support/sheet-looks.ts";
import { convertWithSoffice, hasSoffice } from "../../support/soffice.ts";

const spaces = ["office", "style", "text", "table", "manifest"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  )
  .join(" ");
const media = "application/vnd.oasis.opendocument.spreadsheet";

const content = (rows: string, styles = "", columns = ""): string =>
  `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Sheet1">${columns}${rows}</table:table></office:spreadsheet></office:body>`;
const packed = (...parts: Parameters<typeof content>): Uint8Array =>
  zipSync({
    mimetype: [strToU8(media), { level: 0 }],
    "META-INF/manifest.xml": strToU8(`<manifest:manifest ${spaces}/>`),
    "content.xml": strToU8(
      `<office:document-content ${spaces}>${content(...parts)}</office:document-content>`,
    ),
  });
const flat = (...parts: Parameters<typeof content>): Uint8Array =>
  strToU8(`<office:document ${spaces} office:mimetype="${media}">${content(...parts)}</office:document>`);

const said = (words: string, rest = ""): string =>
  `<table:table-cell${rest}><text:p>${words}</text:p></table:table-cell>`;
const number = (value: number, shown: string, rest = ""): string =>
  said(shown, ` office:value-type="float" office:value="${value}"${rest}`);
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
const head = row(said("项目"), said("数量"));

async function read(...parts: Parameters<typeof content>): Promise<string[]> {
  return printReading(await ods.read({ name: "a.ods", bytes: packed(...parts) }, defaultLimits));
}
/** What is read of a cell beside a label. */
async function cell(xml: string, styles = "", columns = ""): Promise<string> {
  const lines = await read(head + row(said("件数"), xml), styles, columns);
  return lines
    .filter((line) => /^\| 件数|^!/.test(line))
    .join(" ")
    .replace(/^\| 件数 \| ([^]*?) ?\|/, "$1")
    .trim();
}

describe("spreadsheets of OpenDocument", () => {
  it("are known by their media type, packed or flat", async () => {
    for (const [name, bytes] of Object.entries({ ods: packed(head), fods: flat(head) }))
      expect(detect({ name: "a", bytes })?.id).toBe(name);
    // Packed anew, with the media type compressed, first or last.
    const files = Object.entries(unzipSync(packed(head)));
    for (const order of [files, files.toReversed()])
      expect(detect({ name: "a", bytes: zipSync(Object.fromEntries(order)) })?.id).toBe("ods");
    const reading = await fods.read(
      { name: "a", bytes: flat(head + row(said("甲"), number(5, "5"))) },
      defaultLimits,
    );
    expect(printReading(reading)).toEqual(["| 项目 | 数量 |", "| 甲 | 5 |"]);
  });

  it.each([
    ["as it is shown", number(1234.5, "1,234.50"), "1,234.50"],
    ["rounded", number(3.14159, "3"), "3"],
    ["per cent", said("12.5%", ' office:value-type="percentage" office:value="0.125"'), "12.5%"],
    ["with a unit", number(5, "5件"), "5件"],
    ["shown as another", number(5, "12"), "12 ?number-format"],
    ["shown as nothing", number(5, ""), "?unseen-text"],
    ["not worked out", '<table:table-cell table:formula="of:=1+2"/>', "?formula"],
    ["worked out", number(3, "3", ' table:formula="of:=1+2"'), "3"],
    [
      "with a remark on it",
      `<table:table-cell office:value-type="float" office:value="5"><office:annotation><text:p>9</text:p></office:annotation><text:p>5</text:p></table:table-cell>`,
      "5",
    ],
    ["with spaces and a line end", said('1<text:s text:c="2"/>2<text:line-break/>3'), "1  2\n3"],
  ])("a number %s", async (_, xml, expected) => expect(await cell(xml)).toBe(expected));

  const style = (name: string, inside: string): string =>
    `<style:style style:name="${name}" style:family="table-cell">${inside}</style:style>`;
  it.each([
    ["white", '<style:text-properties fo:color="#ffffff"/>', "5 ?faint-text"],
    ["struck", '<style:text-properties style:text-line-through-style="solid"/>', "5 ?struck-text"],
    ["hidden", '<style:text-properties text:display="none"/>', "?unseen-text ! hidden-content 1"],
    [
      "white on blue",
      '<style:table-cell-properties fo:background-color="#336699"/><style:text-properties fo:color="#ffffff"/><style:paragraph-properties/>',
      "5",
    ],
    ["repeated", '<style:table-cell-properties style:repeat-content="true"/>', "5 ?number-format"],
    [
      "in a style that a condition replaces",
      '<style:map style:condition="cell-content()=5" style:apply-style-name="w"/>',
      "5 ?unseen-text",
    ],
    [
      "in a style that a condition does not replace",
      '<style:map style:condition="cell-content()=0" style:apply-style-name="w"/>',
      "5",
    ],
  ])("digits %s", async (_, inside, expected) => {
    const white = style("w", '<style:text-properties fo:color="#ffffff"/>');
    expect(await cell(number(5, "5", ' table:style-name="c"'), white + style("c", inside))).toBe(expected);
  });

  const scale = (...colours: readonly string[]): string =>
    `<calcext:color-scale>${colours.map((colour) => `<calcext:color-scale-entry calcext:color="#${colour}"/>`).join("")}</calcext:color-scale>`;
  it.each([
    ["a scale to black", scale("ffffff", "000000"), "5 ?unseen-text"],
    ["a scale of light colours", scale("f8696b", "63be7b"), "5"],
    ["a bar", '<calcext:data-bar calcext:positive-color="#638ec6"/>', "5"],
    [
      "a bar alone",
      '<calcext:data-bar calcext:positive-color="#638ec6" calcext:show-value="false"/>',
      "5 ?unseen-text",
    ],
    ["icons alone", '<calcext:icon-set calcext:show-value="false"/>', "5 ?unseen-text"],
    ["a style", '<calcext:condition calcext:apply-style-name="w"/>', "5 ?unseen-text"],
    ["a style at 0", '<calcext:condition calcext:value="=0" calcext:apply-style-name="w"/>', "5"],
    [
      "a style at 1 to 9",
      '<calcext:condition calcext:value="between(1,9)" calcext:apply-style-name="w"/>',
      "5 ?unseen-text",
    ],
    [
      "a style above another cell",
      '<calcext:condition calcext:value="&gt;[.C1]" calcext:apply-style-name="w"/>',
      "5 ?unseen-text",
    ],
  ])("digits under a condition: %s", async (_, inside, expected) => {
    const white = style("w", '<style:text-properties fo:color="#ffffff"/>');
    const condition = `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="Sheet1.B1:Sheet1.B9">${inside}</calcext:conditional-format></calcext:conditional-formats>`;
    const lines = await read(head + row(said("件数"), number(5, "5")) + condition, white);
    expect(lines[1]).toBe(`| 件数 | ${expected} |`);
  });

  it("a column's own style holds where the cell has none", async () => {
    const white = style("w", '<style:text-properties fo:color="#ffffff"/>');
    const columns = '<table:table-column/><table:table-column table:default-cell-style-name="w"/>';
    expect(await cell(number(5, "5"), white, columns)).toBe("5 ?faint-text");
  });

  it("hidden rows, columns and sheets are left out; repeated ones are written out as far as something stands in them", async () => {
    const columns =
      '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16382"/>';
    const rows =
      row(said("项目"), said("旧"), said("数量"), said("", ' table:number-columns-repeated="16381"')) +
      row(said("甲"), number(1, "1"), number(2, "2")).replace(
        "<table:table-row>",
        '<table:table-row table:number-rows-repeated="2">',
      ) +
      row(said("丙"), number(3, "3"), number(4, "4")).replace(
        "<table:table-row>",
        '<table:table-row table:visibility="filter">',
      ) +
      '<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    expect(await read(rows, "", columns)).toEqual([
      "| 项目 | 数量 |",
      "| 甲 | 2 |",
      "| 甲 | 2 |",
      "! hidden-content 6",
    ]);
  });

  it("merged cells, and a number that floats over the sheet", async () => {
    const merged = said("合计", ' table:number-columns-spanned="2"') + "<table:covered-table-cell/>";
    const box = "<table:shapes><draw:custom-shape><text:p>7</text:p></draw:custom-shape></table:shapes>";
    expect(await read(head + row(merged) + row(said("甲"), number(1, "1")) + box)).toEqual([
      "| 项目 | 数量 |",
      "| 1×2 合计 |",
      "| 甲 | 1 |",
      "! floating-number 1",
    ]);
  });

  it("a number under a picture", async () => {
    const frame = '<draw:frame table:end-cell-address="Sheet1.B2"><draw:image/></draw:frame>';
    const xml = `<table:table-cell office:value-type="float" office:value="5">${frame}<text:p>5</text:p></table:table-cell>`;
    expect(await cell(xml)).toBe("5 ?picture ! pictures-not-read 1");
  });

  it("120 mutants of the package and 120 of its content end typed", async () => {
    const rows = head + row(said("甲"), number(1, "1")) + row(said("乙"), number(2, "2"));
    expect(await refusedMutants(ods, packed(rows), 120, 5)).toBeGreaterThan(10);
    expect(await readPackedMutants(ods, packed(rows), "content.xml", 120, 6)).toBeGreaterThan(12);
  }, 60_000);

  it("an encrypted one is named", async () => {
    const files = unzipSync(packed(head));
    const manifest = strFromU8(files["META-INF/manifest.xml"]!).replace(
      "/>",
      "><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
    );
    const bytes = zipSync({
      ...files,
      mimetype: [files["mimetype"]!, { level: 0 }],
      "META-INF/manifest.xml": strToU8(manifest),
    });
    const { diagnostics } = await convert({ name: "a.ods", bytes });
    expect(diagnostics).toMatchObject([{ rule: "encrypted", args: { format: "ods" } }]);
  });
});

describe.skipIf(!hasSoffice)("as LibreOffice saves them (skipped without soffice)", () => {
  const some = corpusFolders().filter((_, index) => index % 3 === 0);
  const nameOf = (folder: string): string => folder.replace("/", "-");
  let saved: ReadonlyMap<string, Uint8Array> = new Map();
  beforeAll(() => {
    const files = some.map(
      (folder) => [`${nameOf(folder)}.xlsx`, sourceOf(folder, "report.xlsx").bytes] as const,
    );
    saved = convertWithSoffice({ ...Object.fromEntries(files), "looks.xlsx": looksWorkbook() }, "ods");
  }, 150_000);

  it("digits that are struck, hidden, cut off or in several looks are doubtful", async () => {
    const reading = await ods.read({ name: "a.ods", bytes: saved.get("looks")! }, defaultLimits);
    expect(printReading(reading)).toEqual(looksRead);
  });

  it.each(some)("%s gives one record", async (folder) => {
    const whole = await convert(sourceOf(folder, "report.xlsx"));
    const conversion = await convert({ name: "report.ods", bytes: saved.get(nameOf(folder))! });
    expect(conversion.report).toEqual(whole.report);
    expect(conversion.report).not.toBeNull();
  });
});

describe("panes that are frozen", () => {
  const config = 'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"';
  const settings = (items: Readonly<Record<string, number>>, sheet = "Sheet1"): string =>
    `<office:settings ${config}><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${sheet}">` +
    Object.entries(items)
      .map(([name, value]) => `<config:config-item config:name="${name}">${value}</config:config-item>`)
      .join("") +
    "</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>";
  const rows = head + row(said("许可"), number(5, "5")) + row(said("处罚"), number(7, "7"));
  const shown = async (xml: string): Promise<string[]> => {
    const whole = `<office:document ${spaces} office:mimetype="${media}">${xml}${content(rows)}</office:document>`;
    const lines = printReading(await fods.read({ name: "a.fods", bytes: strToU8(whole) }, defaultLimits));
    const files = {
      ...unzipSync(packed(rows)),
      "settings.xml": strToU8(`<office:document-settings ${spaces}>${xml}</office:document-settings>`),
    };
    const bytes = zipSync({ mimetype: [strToU8(media), { level: 0 }], ...files });
    expect(printReading(await ods.read({ name: "a.ods", bytes }, defaultLimits))).toEqual(lines);
    return lines;
  };

  it("never show the rows and columns before those they begin with", async () => {
    const scrolled = { VerticalSplitMode: 2, VerticalSplitPosition: 3, PositionTop: 2 };
    expect(await shown(settings(scrolled))).toEqual([
      "| 项目 | 数量 |",
      "| 许可 | 5 ?unseen-text |",
      "| 处罚 | 7 |",
    ]);
    const across = { HorizontalSplitMode: 2, HorizontalSplitPosition: 1, PositionLeft: 2 };
    expect((await shown(settings(across)))[2]).toBe("| 处罚 | 7 ?unseen-text |");
  });

  it.each([
    ["split, not frozen", settings({ VerticalSplitMode: 1, VerticalSplitPosition: 3, PositionTop: 2 })],
    ["frozen at the start", settings({ VerticalSplitMode: 2, VerticalSplitPosition: 1, PositionTop: 0 })],
    ["of another sheet", settings({ VerticalSplitMode: 2, VerticalSplitPosition: 3, PositionTop: 2 }, "b")],
    ["scrolled", settings({ PositionTop: 2, PositionBottom: 2 })],
  ])("%s, they hide nothing", async (_, xml) => {
    expect(await shown(xml)).toEqual(["| 项目 | 数量 |", "| 许可 | 5 |", "| 处罚 | 7 |"]);
  });

  it("settings that are damaged are done without", async () => {
    const files = { ...unzipSync(packed(rows)), "settings.xml": strToU8("<office:document-settings") };
    const bytes = zipSync({ mimetype: [strToU8(media), { level: 0 }], ...files });
    expect(printReading(await ods.read({ name: "a.ods", bytes }, defaultLimits))).toHaveLength(3);
  });
});
