import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { gongkai } from "./command-line.ts";

const pdf = fileURLToPath(new URL("../../corpus/2021/fanwan/report.soffice-serif.pdf", import.meta.url));

describe("inspect --stage cells", () => {
  it("prints the cells of each page and draws lines, cells and text", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gongkai-"));
    try {
      const svgPath = join(folder, "cells.svg");
      const { out } = await gongkai(["inspect", pdf, "--stage", "cells", "--svg", svgPath]);
      expect(out).toMatch(/^page \d+ table \d+ row \d+ column \d+ 1×\d+ "第二十条第（一）项"$/m);
      const svg = readFileSync(svgPath, "utf8");
      for (const kind of ["rule", "cell", "inside", "outside"]) expect(svg).toContain(`class="${kind}"`);
      expect(svg).toMatch(/class="number"[^>]*>1:1–\d<.*>3:2</su);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("says what to use for a format without ruling lines", async () => {
    const text = pdf.replace("report.soffice-serif.pdf", "report.txt");
    const failed = await gongkai(["inspect", text, "--stage", "cells"]);
    expect(failed).toMatchObject({ code: 2, err: expect.stringContaining("--stage tables") });
  });
});
