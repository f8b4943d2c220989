import { describe, expect, it } from "vitest";
import type { Token } from "../../../src/model/index.ts";
import { drawReport, renderings } from "../../support/factory/index.ts";
import { limits, read } from "./build.ts";

const written = renderings.filter(({ id, extension }) => extension === "docx" && id !== "docx-split-table");

const content = (tokens: readonly Token[]): string[] =>
  tokens.map((token) => {
    if (token.kind === "line") return `${token.heading ?? "-"} ${token.text}`;
    return token.kind === "cell"
      ? `${token.column} ${token.rowSpan}x${token.colSpan} ${token.text}`
      : token.kind;
  });

describe("one report, written in several ways", () => {
  it.each([1, 2, 3, 4, 5])(
    "gives the same tokens from Word, WPS, split runs, numbering, controls, changes: %i",
    (seed) => {
      const truth = drawReport(seed);
      const [first, ...others] = written.map(({ id, render }) => ({
        id,
        tokens: content(read(render(truth), { ...limits, maximumCells: 200_000 }).tokens),
      }));
      for (const { id, tokens } of others) expect({ id, tokens }).toEqual({ id, tokens: first!.tokens });
    },
  );
});
