import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { mhtml } from "../../../src/adapters/mhtml/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { limits, lines, print } from "./print.ts";

const big32 = (value: number) => [24, 16, 8, 0].map((bits) => (value >> bits) & 255);
const chunk = (name: string, data: Iterable<number>): number[] => {
  const bytes = [...data];
  return [...big32(bytes.length), ...[...name].map((letter) => letter.charCodeAt(0)), ...bytes, 0, 0, 0, 0];
};

/** A PNG of one row of pixels: grey (0), red, green, blue (2), palette (3), and the first two with alpha (4, 6). */
function png(type: number, row: readonly number[], palette: readonly number[] = [], width = 1): string {
  const bytes = [137, 80, 78, 71, 13, 10, 26, 10];
  bytes.push(...chunk("IHDR", [...big32(width), ...big32(1), 8, type, 0, 0, 0]));
  if (palette.length > 0) bytes.push(...chunk("PLTE", palette));
  bytes.push(...chunk("IDAT", zlibSync(Uint8Array.from([0, ...row]))), ...chunk("IEND", []));
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
}
/** A GIF of one pixel of the first of two colours. */
const gif = (colour: readonly number[]): string => {
  const head = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, ...colour, 0, 0, 0];
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b];
  return `data:image/gif;base64,${btoa(String.fromCharCode(...head, ...frame))}`;
};

const black = png(0, [0]);
const light = png(2, [240, 250, 255]);

const page = (
  attributes: { table?: string; row?: string; cell?: string },
  around = "TABLE",
  sheet = "",
): string => {
  const table = `<table ${attributes.table ?? ""}><tr><td>信息内容</td><td>数量</td></tr><tr ${attributes.row ?? ""}><td>乙</td><td ${attributes.cell ?? ""}>1435</td></tr></table>`;
  return print(`<!DOCTYPE html><style>${sheet}</style><body>${around.replace("TABLE", table)}</body>`);
};
const ground = (image: string) => `style="background-image:url(${image})"`;
const doubted = "|乙|1435!unseen-text|";
const plain = "|乙|1435|";

describe("a picture in the file under black digits", () => {
  it.each([
    ["black", black],
    ["a black palette", png(3, [1], [255, 255, 255, 0, 0, 0])],
    ["black with alpha", png(6, [0, 0, 0, 255])],
    ["grey with alpha", png(4, [10, 240])],
    ["black somewhere", png(0, [255, 0], [], 2)],
    ["a GIF", gif([0, 0, 0])],
  ])("is a doubt where it is %s", (_, image) => {
    expect(page({ table: ground(image) })).toContain(doubted);
    expect(page({ table: `background="${image}"` })).toContain(doubted);
    expect(page({ row: ground(image) })).toContain(doubted);
    expect(page({}, "TABLE", `td{background:url(${image}) no-repeat}`)).toContain(doubted);
  });

  it.each([
    ["light", light],
    ["seen through", png(6, [0, 0, 0, 0])],
    ["a faint watermark", png(4, [0, 12])],
    ["a light palette", png(3, [0], [250, 250, 250, 0, 0, 0])],
    ["a light GIF", gif([255, 250, 240])],
  ])("is none where it is %s", (_, image) => {
    expect(page({ table: ground(image) })).toContain(plain);
    expect(page({ row: ground(image) })).toContain(plain);
    expect(page({}, "TABLE", `td{background:url(${image})}`)).toContain(plain);
  });

  it("counts around the table where it is dark all over and repeated", () => {
    expect(page({}, `<div ${ground(black)}>TABLE</div>`)).toContain(doubted);
    expect(page({}, "TABLE", `body{background:url(${black})}`)).toContain(doubted);
    expect(page({}, "TABLE", `body{background:url(${black}) repeat-x}`)).toContain(plain);
    expect(page({}, `<div ${ground(png(0, [255, 0], [], 2))}>TABLE</div>`)).toContain(plain);
    expect(page({ table: `style="background-color:#fff"` }, `<div ${ground(black)}>TABLE</div>`)).toContain(
      plain,
    );
  });

  it("counts as an element behind the text", () => {
    const behind = (image: string, more = "") =>
      page({}, `<img src="${image}" style="position:absolute;z-index:-1;top:0;left:0;${more}">TABLE`);
    expect(behind(black)).toContain("covered-table");
    expect(behind(light)).not.toContain("covered-table");
    expect(behind(black, "opacity:.1")).not.toContain("covered-table");
    expect(behind("bg.jpg")).not.toContain("covered-table");
  });

  it("is found as a part of an archive", () => {
    const part = (head: string, body: string) => `--X\r\nContent-${head}\r\n\r\n${body}\r\n`;
    const table = "<table style='background:url(b.png)'><tr><td>乙<td>1435</table>";
    const archived = (image: string) => {
      const file =
        'Content-Type: multipart/related; boundary="X"\r\n\r\n' +
        part("Type: text/html; charset=utf-8\r\nContent-Location: http://a.cn/b.html", table) +
        part(
          "Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://a.cn/b.png",
          image.split(",")[1]!,
        ) +
        "--X--\r\n";
      const source = { name: "a.mht", bytes: new TextEncoder().encode(file) };
      return lines((mhtml.read(source, limits) as Reading).tokens).join("\n");
    };
    expect(archived(black)).toContain(doubted);
    expect(archived(light)).toContain(plain);
  });
});

describe("an unknown picture", () => {
  it("is a doubt as the ground of a table or a row, not of the page or what is around the table", () => {
    const picture = "|乙|1435!picture|";
    expect(page({ table: ground("a.jpg") })).toContain(picture);
    expect(page({ row: ground("a.jpg") })).toContain(picture);
    expect(page({}, "TABLE", "tbody{background:url(a.jpg)}")).toContain(picture);
    expect(page({}, "TABLE", "table{background:url(a.jpg)}td{background:#fff}")).toContain(plain);
    expect(page({}, "TABLE", "body{background:url(a.jpg)}")).toContain(plain);
    expect(page({}, "<table background=a.jpg><tr><td>TABLE</td></tr></table>")).toContain(plain);
    expect(page({}, "TABLE", "td{background:url(line.gif) repeat-x}")).toContain(plain);
  });

  it("costs little where there are many", () => {
    const large = png(0, new Array<number>(4_000_000).fill(0), [], 4_000_001);
    const cells = Array.from({ length: 60 }, (_, n) => `<td ${ground(`${large}#${n}`)}>12</td>`);
    expect(print(`<table><tr><td>乙</td>${cells.join("")}</tr></table>`)).toContain("乙");
  });
});
