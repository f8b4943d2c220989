import { expect, it } from "vitest";
import { drawReport, layOut, renderings } from "../../support/factory/index.ts";
import { limits, lines } from "./print.ts";
import { html } from "../../../src/adapters/html/index.ts";
import type { Reading } from "../../../src/model/index.ts";

const bare = (text: string) => text.replace(/\s|⏎|␣/g, "");

/** Pages whose tables are whole; a table cut in two is for the table core to join. */
const pages = renderings.filter(({ id, extension }) => extension === "html" && !id.includes("split"));

it.each(pages.map(({ id, render }) => ({ id, render })))("reads every line and cell of $id", ({ render }) => {
  for (let seed = 1; seed <= 20; seed++) {
    const truth = drawReport(seed);
    const expected = layOut(truth).flatMap((block) => {
      if (block.kind !== "table") return [bare(block.text)];
      const rows = block.rows.map((row) =>
        row
          .map(
            ({ text, rowSpan, colSpan }) =>
              `${rowSpan * colSpan === 1 ? "" : `${rowSpan}x${colSpan}`}${bare(text)}|`,
          )
          .join(""),
      );
      return ["[", ...rows.map((row) => `|${row}`), "]"];
    });
    const { tokens, diagnostics } = html.read({ name: "page", bytes: render(truth) }, limits) as Reading;
    expect(lines(tokens).map((line) => bare(line.replace(/^#+/, "")))).toEqual(
      expected.filter((line) => line !== ""),
    );
    expect(diagnostics).toEqual([]);
  }
});
