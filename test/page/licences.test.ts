import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { browserPath, buildPages, startBrowser } from "./chromium.ts";

const built = (name: string): string => fileURLToPath(new URL(`../../dist/page/${name}`, import.meta.url));
const read = (name: string): string => readFileSync(built(name), "utf8");

beforeAll(buildPages);

/** The licences that stand in a page or its script. */
function licences(name: string): string {
  const packed = /globalThis\.gongkaiLicences="([^"]+)"/u.exec(read(name))?.[1] ?? "";
  return inflateRawSync(Buffer.from(packed, "base64")).toString();
}

describe("a page that is handed on brings the licences of its parts", () => {
  it.each(["gongkai.html", "gongkai.js"])("all of them: %s", (name) => {
    const text = licences(name);
    expect(text).toBe(read("THIRD-PARTY.txt"));
    for (const part of ["preact", "@embedpdf/pdfium", "pdfjs-dist", "mammoth", "parse5", "saxes", "jszip"])
      expect(text).toMatch(new RegExp(`^${part} \\d[^ ]* \\(`, "mu"));
    for (const words of ["Apache License", "Permission is hereby granted", "PDFium Authors", "Jason Miller"])
      expect(text).toContain(words);
  });

  it("and of no others", () => {
    expect(licences("gongkai-without-pdf.html")).not.toMatch(/pdfjs|pdfium|mammoth/u);
    expect(licences("gongkai-without-pdf.html")).toContain("preact");
    expect(licences("archive.html").match(/^[@a-z][^ ]* \d.*\(.*\)$/gmu)).toHaveLength(1);
  });

  it("within the size that a page may have", () => {
    expect(read("gongkai.html").length).toBeLessThan(8_500_000);
    expect(read("gongkai-without-pdf.html").length).toBeLessThan(1_500_000);
  });
});

describe.skipIf(browserPath === undefined)("in a browser (skipped: there is no Chromium)", () => {
  it("shows them when asked", async () => {
    const browser = await startBrowser();
    try {
      const page = await browser.newPage({ locale: "zh-CN" });
      await page.goto(pathToFileURL(built("gongkai-without-pdf.html")).href);
      expect(await page.locator(".licences pre").isVisible()).toBe(false);
      await page.getByText("本页面所含第三方组件的许可").click();
      await expect.poll(() => page.locator(".licences pre").textContent()).toContain("preact");
    } finally {
      await browser.close();
    }
  });
});
