import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indexPage } from "../../src/cli/review/pages.ts";
import { templates } from "../../src/templates/index.ts";
import type { ArchiveRow } from "../../src/review/index.ts";
import { browserPath, buildPages, startBrowser } from "./chromium.ts";

/** Debian's fonts-wqy-zenhei: pictures are only comparable where their letters are the same. */
const font = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc";
const built = (name: string): string => fileURLToPath(new URL(`../../dist/page/${name}`, import.meta.url));
const golden = (name: string): string => fileURLToPath(new URL(`goldens/${name}.png`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gongkai-pictures-"));

/** Pictures are compared at a quarter of their size, where the edges of letters do not count. */
const SMALLER = 4;
/** Of three times 255. */
const SEEN = 60;
const MOST_DIFFERENT = 0.01;
/** A busy machine still draws, or scrolls, when the first picture is taken. */
const STEADY = { timeout: 20_000, interval: 500 };

describe.skipIf(browserPath === undefined || !existsSync(font))(
  "pictures of the pages (skipped: Chromium or its font is absent)",
  () => {
    let browser: Browser;
    beforeAll(async () => {
      buildPages();
      browser = await startBrowser();
      const shell = readFileSync(built("archive.html"), "utf8");
      writeFileSync(join(folder, "index.html"), indexPage(shell, rows));
      const clean = readFileSync(new URL("../../corpus/2023/cihu/report.html", import.meta.url), "utf8");
      const wrong = clean.replace(
        /(>2<\/td>\s*<td[^>]*>)16(<\/td>)/u,
        (_, before: string, after: string) => `${before}17${after}`,
      );
      expect(wrong).not.toBe(clean);
      writeFileSync(join(folder, "report.html"), wrong);
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    async function opened(path: string, width: number): Promise<Page> {
      const page = await browser.newPage({ viewport: { width, height: 800 }, locale: "zh-CN" });
      await page.goto(pathToFileURL(path).href);
      return page;
    }

    it.each([1280, 390])("a draft with a wrong sum at %i px", async (width) => {
      const page = await opened(built("gongkai.html"), width);
      await page.setInputFiles("input[type=file]", join(folder, "report.html"));
      await page.waitForSelector(".summary");
      if (width < 900) await page.getByRole("button", { name: "原文", exact: true }).click();
      // What is scrolled to depends on the letters: they are set before anything is lit.
      await page.frameLocator("iframe.drawn").locator("td").first().waitFor();
      await setLetters(page);
      await page.keyboard.press("n");
      await expect.poll(() => page.frameLocator("iframe.drawn").locator(".lit").count()).toBeGreaterThan(1);
      await expect.poll(() => difference(page, `draft-${width}`), STEADY).toBeLessThan(MOST_DIFFERENT);
      await page.close();
    });

    it.each([1280, 390])("an index at %i px", async (width) => {
      const page = await opened(join(folder, "index.html"), width);
      await expect.poll(() => difference(page, `index-${width}`), STEADY).toBeLessThan(MOST_DIFFERENT);
      await page.close();
    });

    /** The same letters everywhere, in the frame of the original too. */
    function setLetters(page: Page): Promise<void> {
      return page.evaluate(() => {
        const frame = document.querySelector<HTMLIFrameElement>("iframe.drawn")?.contentWindow;
        for (const view of [window, ...(frame ? [frame as Window & typeof globalThis] : [])]) {
          const sheet = new view.CSSStyleSheet();
          sheet.replaceSync(`*{font-family:"WenQuanYi Zen Hei"!important;caret-color:transparent!important}`);
          view.document.adoptedStyleSheets = [...view.document.adoptedStyleSheets, sheet];
        }
      });
    }

    /** The share of the picture that differs from the one kept; with `UPDATE=1` it is kept. */
    async function difference(page: Page, name: string): Promise<number> {
      await setLetters(page);
      // Other letters, other heights: what was looked at is looked for again.
      await page.keyboard.press("p");
      await page.keyboard.press("n");
      const now = await page.screenshot({ animations: "disabled" });
      if (process.env["UPDATE"]) writeFileSync(golden(name), now);
      const kept = readFileSync(golden(name));
      const canvas = await browser.newPage();
      const share = await canvas.evaluate(
        async ({ pictures, smaller, seen }) => {
          const [one, other] = await Promise.all(
            pictures.map(async (picture) => {
              const image = new Image();
              image.src = `data:image/png;base64,${picture}`;
              await image.decode();
              const [width, height] = [image.width / smaller, image.height / smaller].map(Math.round);
              const paper = Object.assign(document.createElement("canvas"), { width, height });
              const pen = paper.getContext("2d")!;
              pen.imageSmoothingQuality = "high";
              pen.drawImage(image, 0, 0, width!, height!);
              return pen.getImageData(0, 0, width!, height!);
            }),
          );
          if (one!.width !== other!.width || one!.height !== other!.height) return 1;
          let different = 0;
          for (let at = 0; at < one!.data.length; at += 4) {
            const apart = [0, 1, 2].map((part) => Math.abs(one!.data[at + part]! - other!.data[at + part]!));
            if (apart[0]! + apart[1]! + apart[2]! > seen) different += 1;
          }
          return different / (one!.data.length / 4);
        },
        { pictures: [now, kept].map((it) => it.toString("base64")), smaller: SMALLER, seen: SEEN },
      );
      await canvas.close();
      return share;
    }
  },
);

const rows: readonly ArchiveRow[] = Array.from({ length: 30 }, (_, index): ArchiveRow => {
  const [errors, warnings] = [index % 5 === 0 ? 2 : 0, index % 3 === 0 ? 1 : 0];
  const status = errors + warnings > 0 ? "converted-with-findings" : "converted";
  return {
    page: `2023/${index}.html`,
    name: `archive/2023/${index}.docx`,
    title: "2023年政府信息公开工作年度报告",
    issuer: ["青石市人民政府办公室", "清溪县卫生健康局", "白塔镇人民政府"][index % 3]!,
    year: 2023 - (index % 4),
    status,
    errors,
    warnings,
    rules: errors > 0 ? [templates[0]!.rules[0]!.id] : [],
    originalGone: index === 4,
  };
});
