import { convert, type Conversion } from "../../../src/index.ts";

/** A page of a title and parts, converted. */
export function page(title: string, ...parts: readonly string[]): Promise<Conversion> {
  const bytes = new TextEncoder().encode(`<h1>${title}</h1>${parts.join("")}`);
  return convert({ name: "a.html", bytes });
}

/** Rows of cells parted by `|`: `text`, `text*columns`, `text*columns/rows`. */
export function table(...rows: readonly string[]): string {
  const cellOf = (text: string): string => {
    const [, words = "", columns = "1", high = "1"] = /^([^*]*)(?:\*(\d+))?(?:\/(\d+))?$/u.exec(text)!;
    return `<td colspan="${columns}" rowspan="${high}">${words}</td>`;
  };
  return `<table border="1">${rows
    .map((cells) => `<tr>${cells.split("|").map(cellOf).join("")}</tr>`)
    .join("")}</table>`;
}

/** Rule and cell of each finding that is more than a notice. */
export function flags({ diagnostics }: Conversion): string[] {
  return diagnostics
    .filter(({ severity }) => severity !== "notice")
    .map(({ rule, path }) => `${rule} ${path ?? ""}`);
}
