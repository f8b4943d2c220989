import { describe, expect, it } from "vitest";
import { print } from "./print.ts";

const rows =
  "<tr class=h><td>信息内容</td><td>本年制发</td><td>现行有效</td></tr>" +
  "<tr class=r><td>甲</td><td class=v>1435</td><td class=v>27</td></tr>" +
  "<tr><td>乙</td><td class=v>628</td><td class=v>93</td></tr>";
const page = (sheet: string, inner = `<tbody>${rows}</tbody>`): string =>
  print(`<!DOCTYPE html><style>${sheet}</style><table>${inner}</table>`);
const doubted = "|甲|1435!unseen-text|27!unseen-text|";
const read = "|甲|1435|27|";

describe("cells that no longer stand under their headings are doubted", () => {
  it.each([
    ".r{display:flex}",
    ".r{display:grid;grid-template-columns:1fr 1fr}",
    ".r{display:block}",
    ".r{display:inline}",
    ".r{display:table-cell}",
    "tr{display:inline-block}",
    "tr{display:contents}",
    "tr{display:-webkit-box;-webkit-box-direction:reverse}",
    "tr{display:flex;flex-wrap:wrap-reverse}",
    "tbody{display:flex}",
    "tbody{display:grid;grid-auto-flow:column}",
    "tbody{display:grid;grid-template:auto / 1fr 1fr 1fr}",
    ".v{display:block}",
    ".v{display:flex}",
    ".v{display:inline}",
    "td{display:inline}",
    "td{display:table-footer-group}",
  ])("%s", (sheet) => {
    expect(page(sheet)).toContain(doubted);
  });

  it("sections side by side", () => {
    const [head, body] = [
      rows.slice(0, rows.indexOf("<tr class=r>")),
      rows.slice(rows.indexOf("<tr class=r>")),
    ];
    const parts = `<thead>${head}</thead><tbody>${body}</tbody>`;
    expect(page("table{display:flex}", parts)).toContain(doubted);
    expect(page("table{display:flex;flex-direction:column}", parts)).toContain(read);
    expect(
      page("tbody{display:block;height:300px;overflow:auto}thead,tbody tr{display:table}", parts),
    ).toContain(read);
  });

  it.each([
    "tr{display:flex}",
    "tr{display:grid;grid-template-columns:2fr 1fr 1fr}",
    "td{display:block}",
    "tbody{display:block}",
    "tbody{display:contents}",
    "table{display:grid}",
    ".r{display:table-row}",
    ".r .v:last-child{display:block}",
    "@media(max-width:600px){tr,td{display:block}}",
  ])("all alike, or in their places: %s", (sheet) => {
    expect(page(sheet)).toContain(read);
  });

  it("a section or a row that is too small a box", () => {
    expect(page("tbody{display:block;max-width:9px;overflow:hidden}")).toContain(doubted);
    expect(page("tbody{display:block;height:30px;overflow:clip}")).toContain(doubted);
    expect(page("table{display:-webkit-box;width:14px;overflow:hidden}")).toContain(doubted);
  });
});
