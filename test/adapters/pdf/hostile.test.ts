import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import { LIMITS } from "./support.ts";

const suites = new URL("../../../../shared/suites/", import.meta.url);
const folder = new URL("hostile/", suites);

/** What each file ends in: rules of its diagnostics, and whether anything was read. */
const OUTCOMES: Readonly<Record<string, string>> = {
  "camelot__health_protected.pdf": "encrypted",
  "gen__pdf-owneronly-noextract.pdf": "read",
  "opendataloader-pdf__cid-font-no-tounicode.pdf": "needs-ocr",
  "opendataloader-pdf__fake-jpg.pdf": "truncated",
  "opendataloader-pdf__issue-336-conto-economico-bialetti.pdf": "read pdf-table-unruled",
  "opendataloader-pdf__sanitize-target.pdf": "read",
  "pdfjs__PDFBOX-3148-2-fuzzed.pdf": "empty",
  "pdfjs__encrypted-attachment.pdf": "read pdf-rebuilt pdf-second-reading-failed",
  "pdfjs__poppler-742-0-fuzzed.pdf": "damaged",
  "pdfplumber__empty.pdf": "empty",
  "pdfplumber__password-example.pdf": "encrypted",
  "tabula-java__encrypted.pdf": "encrypted",
  "tika__testPDF_malformedXFA.pdf": "damaged",
  "tika__testPassword4Spaces.pdf": "encrypted",
  "unstructured__password.pdf": "encrypted",
};

describe.skipIf(!existsSync(folder))(
  "hostile files of other projects (skipped without ../shared/suites)",
  () => {
    it.each(Object.entries(OUTCOMES))("%s: %s", async (name, outcome) => {
      const { tokens, diagnostics } = await pdf.read(
        { name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) },
        LIMITS,
      );
      const rules = [...new Set(diagnostics.map(({ rule }) => rule))];
      expect([...(tokens.length > 0 ? ["read"] : []), ...rules].join(" ")).toBe(outcome);
    });
  },
);

/** Forms, maps, rotated and right-to-left pages: nothing like a report. Every second one is read, because all take half a minute. */
describe.skipIf(!existsSync(suites))("odd files of other projects (skipped without ../shared/suites)", () => {
  it.each(["camelot", "tabula"])("%s: every file is read, or refused with a reason", async (suite) => {
    const files = new URL(`${suite}/`, suites);
    for (const name of readdirSync(files).filter((file, at) => at % 2 === 0 && file.endsWith(".pdf"))) {
      const bytes = new Uint8Array(readFileSync(new URL(name, files)));
      const { tokens, diagnostics } = await pdf.read({ name, bytes }, LIMITS);
      expect(tokens.length > 0 || diagnostics.some(({ severity }) => severity === "error"), name).toBe(true);
    }
  });

  it("a page that is looked at keeps its commas, whose tails fade", async () => {
    const bytes = new Uint8Array(readFileSync(new URL("icdar2013-eu/eu-027.pdf", suites)));
    const { tokens } = await pdf.read({ name: "eu-027.pdf", bytes }, LIMITS);
    expect(tokens.filter((token) => token.kind === "cell" && token.doubt !== undefined)).toEqual([]);
  });
});
