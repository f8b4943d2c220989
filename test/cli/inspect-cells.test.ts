import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const run = promisify(execFile);
const gongkai = (...args: string[]) =>
  run(process.execPath, ["--import", "tsx", join(root, "src/cli/main.ts"), ...args], { cwd: root });
const pdf = join(root, "corpus/2021/fanwan/report.soffice-serif.pdf");

describe("inspect --stage cells", () => {
  it("prints the cells of each page and draws lines, cells and text", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gongkai-"));
    try {
      const { stdout } = await gongkai(
        "inspect",
        pdf,
        "--stage",
        "cells",
        "--svg",
        join(folder, "cells.svg"),
      );
      expect(stdout).toMatch(/^page \d+ table \d+ row \d+ column \d+ 1×\d+ "第二十条第（一）项"$/m);
      const svg = readFileSync(join(folder, "cells.svg"), "utf8");
      for (const kind of ["rule", "cell", "inside", "outside"]) expect(svg).toContain(`class="${kind}"`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("says what to use for a format without ruling lines", async () => {
    const failed = await gongkai(
      "inspect",
      pdf.replace("report.soffice-serif.pdf", "report.txt"),
      "--stage",
      "cells",
    ).catch((error: { code: number; stderr: string }) => error);
    expect(failed).toMatchObject({ code: 2, stderr: expect.stringContaining("--stage tables") });
    expect(existsSync(pdf)).toBe(true);
  });
});
