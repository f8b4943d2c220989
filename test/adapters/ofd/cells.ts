import { expect } from "vitest";
import { ofd } from "../../../src/adapters/ofd/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { grid, ofdPackage, words } from "../../support/ofd-package.ts";
import type { OfdParts } from "../../support/ofd-package.ts";

export async function readingOf(parts: OfdParts): Promise<Reading> {
  return ofd.read({ name: "a.ofd", bytes: ofdPackage(parts) }, defaultLimits);
}

/** Cells as `text`, or `text (why it is doubted)`, joined by `|`. */
export async function cellsOf(parts: OfdParts): Promise<string> {
  const { tokens } = await readingOf(parts);
  return tokens
    .flatMap((token) => {
      if (token.kind !== "cell") return [];
      return [token.doubt?.kind === "unreadable" ? `${token.text} (${token.doubt.reason})` : token.text];
    })
    .join("|");
}

const labels = words("规章", 12, 17) + words("令", 12, 27) + words("35", 52, 27);

/** What is read in the cell beside 规章, of a table whose other cells are 令 and 35. */
export async function cellWith(objects: string, more: Omit<OfdParts, "pages"> = {}): Promise<string> {
  const cells = await cellsOf({ pages: [`<ofd:Layer>${grid}${labels}${objects}</ofd:Layer>`], ...more });
  const [label, value, other, last, ...rest] = cells.split("|");
  expect([label, other, last, ...rest]).toEqual(["规章", "令", "35"]);
  return value!;
}
