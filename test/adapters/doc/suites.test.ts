import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { doc } from "../../../src/adapters/doc/index.ts";
import { docx } from "../../../src/adapters/docx/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { DocumentRule, Reading } from "../../../src/model/index.ts";
import { linesOf, tablesOf } from "../../support/print-tokens.ts";
import { sampleMisread, samplesOf } from "../../support/samples.ts";
import { shared } from "../../support/shared.ts";
import { convertWithSoffice, hasSoffice } from "../../support/soffice.ts";

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(shared, path)));
const read = (path: string): Reading =>
  doc.read({ name: path, bytes: bytesOf(path) }, defaultLimits) as Reading;
const filesIn = (folder: string): string[] =>
  existsSync(join(shared, folder))
    ? readdirSync(join(shared, folder)).filter((name) => name.endsWith(".doc"))
    : [];

describe.skipIf(samplesOf("doc").length === 0)("samples (skipped without ../shared/samples)", () => {
  it.each(samplesOf("doc"))("%s: all cells are right", async (name) => {
    const { adapter, cells, misread } = await sampleMisread("doc", name);
    expect(adapter).toBe("doc");
    expect(cells).toBeGreaterThan(180);
    expect(misread).toEqual([]);
  });
});

/** Where we differ from the independent reader, and why. */
const differences: Readonly<Record<string, string>> = {
  "53446.doc": "its last table has only deleted rows, which the other reader keeps",
  "Bug53380_1.doc": "edges a hundredth of an inch apart are one line here",
};
/** Older than Word 97. */
const old = new Set(["Bug49933.doc", "Bug60942.doc", "word95err.doc"]);

const suite = filesIn("suites/doc");
describe.skipIf(suite.length === 0 || !hasSoffice)(
  "other readers' files, against LibreOffice (skipped without ../shared or soffice)",
  () => {
    let theirs: ReadonlyMap<string, Uint8Array>;
    beforeAll(() => {
      const files = Object.fromEntries(suite.map((name) => [name, bytesOf(`suites/doc/${name}`)]));
      theirs = convertWithSoffice(files, "docx");
    }, 150_000);

    it.each(suite.filter((name) => !old.has(name) && !(name in differences)))("%s", (name) => {
      const bytes = theirs.get(name.replace(/\.doc$/, ""))!;
      const expected = docx.read({ name: "theirs.docx", bytes }, defaultLimits) as Reading;
      const { tokens } = read(`suites/doc/${name}`);
      expect(tablesOf(tokens)).toEqual(tablesOf(expected.tokens));
      expect(linesOf(tokens)).toEqual(linesOf(expected.tokens));
    });
  },
);

describe.skipIf(suite.length === 0)("files that are refused (skipped without ../shared)", () => {
  it.each([...old])("%s is older than Word 97", (name) => {
    expect(read(`suites/doc/${name}`).diagnostics).toEqual([
      { rule: "unsupported", severity: "error", args: { format: "word-6" } },
    ]);
  });

  const outcomes: Readonly<Record<string, DocumentRule>> = {
    "poi__clusterfuzz-testcase-minimized-POIHWPFFuzzer-5074346559012864.doc": "unsupported",
    "poi__password_tika_binaryrc4.doc": "encrypted",
    "tika__testWORD_protected_drm.doc": "encrypted",
  };
  it.each(filesIn("suites/hostile"))("%s ends typed", (name) => {
    const { tokens, diagnostics } = read(`suites/hostile/${name}`);
    const error = diagnostics.find(({ severity }) => severity === "error");
    expect(error?.rule).toBe(outcomes[name]);
    expect(tokens.length > 0).toBe(error === undefined);
  });
});
