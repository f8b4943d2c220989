import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gongkai } from "../cli/command-line.ts";
import { draft, fourfold, received } from "../corrections/drafts.ts";
import { browserPath, buildPages, startBrowser } from "./chromium.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const file = (name: string): string => join(root, "dist/page", name);
const corpus = (name: string): string => join(root, "corpus/2023/cihu", name);
const folder = mkdtempSync(join(tmpdir(), "gongkai-page-"));
const draftFile = join(folder, "report.md");
/** Eight by eight grey pixels. */
const WHITE_PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGP4DwUMlDEA98A/wbI0QbsAAAAASUVORK5CYII=";

describe.skipIf(browserPath === undefined)("the page (skipped: there is no Chromium)", () => {
  let browser: Browser;
  /** What the page asked for besides itself, and what it complained of. */
  const requests: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    writeFileSync(draftFile, draft.bytes);
    buildPages();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** A page with these files in it; the one without PDF starts in half the time. */
  async function opened(
    files: readonly string[],
    options: object = {},
    name: "gongkai.html" | "gongkai-without-pdf.html" = "gongkai-without-pdf.html",
  ): Promise<Page> {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      locale: "en-US",
      ...options,
    });
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(`file://${file(name)}`);
    for (const one of files) await add(page, one);
    return page;
  }

  async function add(page: Page, one: string): Promise<void> {
    await page.setInputFiles("input[type=file]", one);
    await page
      .locator(".summary")
      .filter({ hasText: one.split("/").at(-1)! })
      .waitFor();
  }

  /** Formats are shown one after another in one page, as a person opens them. */
  let shown: Promise<Page> | null = null;

  it("is small enough to hand on", () => {
    expect(readFileSync(file("gongkai.html")).length).toBeLessThan(8_500_000);
    expect(readFileSync(file("gongkai-without-pdf.html")).length).toBeLessThan(1_500_000);
  });

  it.each([
    "report.doc",
    "report.docx",
    "report.html",
    "report.mht",
    "report.rtf",
    "report.txt",
    "report.markdown-pipe-repeated.md",
    "report.soffice-sans.pdf",
  ])("%s: every cell lights its place, and the place its cell", async (name) => {
    const page = await (shown ??= opened([], {}, "gongkai.html"));
    await add(page, corpus(name));
    expect(await page.locator(".summary").innerText()).toContain("Nothing that does not add up");
    if (name.endsWith("pdf")) await page.waitForSelector(".original .page");
    expect(await page.locator(".form .value").count()).toBeGreaterThan(150);
    const cell = page.locator(`.form [data-pointer="${received}"]`);
    await cell.click();
    const isFramed = /(?:docx|html|mht)$/u.test(name);
    const original = isFramed ? page.frameLocator("iframe.drawn").locator("body") : page.locator(".original");
    const place = original.locator(".lit");
    await expect.poll(() => place.count()).toBe(1);
    if (!name.endsWith("pdf")) expect((await place.innerText()).trim()).toBe("16");
    await page.locator('.form [data-pointer$="/commercialEnterprise/newlyReceived"]').click();
    await expect.poll(() => cell.getAttribute("class")).not.toContain("lit");
    if (isFramed) {
      await page.locator(".form [data-pointer]").first().focus();
      await place.evaluate((element) =>
        (element as HTMLElement)
          .closest("tr")!
          .lastElementChild!.dispatchEvent(new MouseEvent("click", { bubbles: true })),
      );
      await expect.poll(() => cell.getAttribute("class")).toContain("lit");
      await page.getByRole("button", { name: "As it was read" }).click();
      await expect.poll(() => page.locator(".original .lit").count()).toBe(1);
      await page.getByRole("button", { name: "As the page looks" }).click();
    }
  });

  it("a planted error is found, put right, saved, and converted with", async () => {
    const page = await opened([draftFile]);
    expect(await page.locator(".summary").innerText()).toMatch(/^[1-9]\d* errors?/u);
    const finding = page.locator(".finding.is-error").first();
    await finding.click();
    await expect.poll(() => page.locator(".form .lit").count()).toBeGreaterThan(1);
    expect(await page.locator(".original .lit").count()).toBe(await page.locator(".form .lit").count());
    await page.locator(`.form [data-pointer="${received}"]`).click();
    expect(await page.locator("[name=now]").inputValue()).toBe("17");
    await page.locator("[name=now]").fill("16");
    await page.locator(".decide .strong").click();
    expect(await page.getByRole("alert").innerText()).toContain("reason");
    await page.locator("[name=why]").fill("misprint");
    await page.locator("[name=who]").fill("A. Clerk");
    await page.locator(".decide .strong").click();
    await expect.poll(() => page.locator(".summary").innerText()).toContain("Nothing that does not add up");
    expect(await page.locator(`.form [data-pointer="${received}"]`).getAttribute("aria-label")).toContain(
      "corrected here by hand",
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Corrections (1)" }).click(),
    ]);
    const saved = join(folder, "corrections.jsonl");
    await download.saveAs(saved);
    const { out } = await gongkai(["convert", draftFile, "--to", "csv", "--corrections", saved]);
    expect(out.split("\r\n").find((line) => line.includes(",newlyReceived,total,"))).toContain(
      ",newlyReceived,total,16,件,17,corrected,,",
    );
    await page.close();
  });

  it("two wrong sums, a blank total and text against table are all listed", async () => {
    const path = join(folder, "fourfold.md");
    writeFileSync(path, fourfold.source.bytes);
    const page = await opened([path]);
    const listed = page.locator(".pane.findings > .finding-list .finding");
    for (const sentence of fourfold.said) {
      await listed.filter({ hasText: sentence }).click();
      await expect.poll(() => page.locator(".form .lit").count()).toBeGreaterThan(0);
      expect(await page.locator(".original .lit").count()).toBeGreaterThan(0);
    }
    await page.close();
  });

  it("a scan before a PDF, or a document opened twice, spoils nothing", async () => {
    const scan = join(folder, "scan.png");
    writeFileSync(scan, Buffer.from(WHITE_PNG, "base64"));
    const page = await opened([scan, corpus("report.soffice-sans.pdf"), draftFile], {}, "gongkai.html");
    const summary = page.locator(".summary");
    await page.getByRole("button", { name: "scan.png", exact: true }).click();
    await page.waitForSelector(".original .page canvas");
    await page.getByRole("button", { name: "report.soffice-sans.pdf", exact: true }).click();
    await expect.poll(() => summary.innerText()).toContain("Nothing that does not add up");
    await page.getByRole("button", { name: "report.md", exact: true }).click();
    await page.locator(`.form [data-pointer="${received}"]`).click();
    for (const [field, text] of Object.entries({ now: "16", why: "misprint", who: "A. Clerk" }))
      await page.locator(`[name=${field}]`).fill(text);
    // The decision is made while another file is being read.
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["2023"], "other.txt"));
      document.querySelector(".app")!.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
      document.querySelector<HTMLElement>(".decide .strong")!.click();
    });
    await summary.filter({ hasText: "other.txt" }).waitFor();
    await page.setInputFiles("input[type=file]", draftFile);
    await expect.poll(() => summary.innerText()).toContain("report.md");
    expect(await page.locator(".tab").count()).toBe(4);
    expect(await summary.innerText()).toContain("Nothing that does not add up");
    await page.locator(`.form [data-pointer="${received}"]`).click();
    await page.getByRole("button", { name: "Take back" }).click();
    expect(await page.locator("[name=now]").inputValue()).toBe("17");
    await page.getByRole("button", { name: "Corrections (0)" }).waitFor();
    await page.close();
  });

  it("record and form can be saved", async () => {
    const page = await opened([draftFile]);
    for (const [name, extension] of [
      ["Record (JSON)", "json"],
      ["Form (Excel)", "xlsx"],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`report.${extension}`);
    }
    await page.close();
  });

  it("can be used with the keyboard alone, in Chinese", async () => {
    const page = await opened([draftFile], { locale: "zh-CN" });
    expect(await page.title()).toBe("年报核对");
    await page.keyboard.press("n");
    await expect.poll(() => page.locator('.finding[aria-pressed="true"]').count()).toBe(1);
    await page.keyboard.press("d");
    await page.locator('.form .value[tabindex="0"]').focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => page.locator(".form .value.lit").count()).toBe(1);
    await page.keyboard.press("/");
    await page.keyboard.type("17");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(`.form .lit[data-pointer="${received}"]`).count()).toBe(1);
    await page.close();
  });

  it("a wrong sum is found, put right and saved with the keyboard alone", async () => {
    const page = await opened([draftFile]);
    const tabTo = async (wanted: string): Promise<void> => {
      for (let count = 0; count < 80; count += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((selector) => document.activeElement!.matches(selector), wanted)) return;
      }
      throw new Error(`no way to ${wanted}`);
    };
    await page.keyboard.press("n");
    await expect.poll(() => page.locator("[name=now]").inputValue()).toBe("17");
    await tabTo("[name=now]");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("16");
    await page.keyboard.press("Tab");
    await page.keyboard.type("misprint");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("A. Clerk");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".summary").innerText()).toContain("Nothing that does not add up");
    await tabTo(".saving button:nth-child(3)");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toBe("corrections.jsonl");
    await page.close();
  });

  it.each([
    [1280, draftFile],
    [390, corpus("report.html")],
  ])("has no barrier at %i px", async (width, path) => {
    const page = await opened([path], { viewport: { width, height: 800 } }, "gongkai.html");
    await page.keyboard.press("n");
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const found = await page.evaluate(`${axe};axe.run().then(({ violations }) =>
      violations.map(({ id, nodes }) => id + " " + nodes.map(({ html }) => html).slice(0, 3).join(" ")))`);
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  it("the small page reads everything but PDF, and says so", async () => {
    const page = await opened([draftFile, corpus("report.soffice-sans.pdf")]);
    expect(await page.locator(".summary").innerText()).toContain("No annual report could be read");
    await page.close();
  });

  it("hostile names and texts stay text, and are asked for nothing", async () => {
    const name = join(folder, "<img src=x onerror=alert(1)>\u202elmth.html");
    writeFileSync(
      name,
      `<title>x</title><p>2023年政府信息公开工作年度报告</p><img src="http://example.invalid/a.png"><script>alert(1)</script><style>@import "http://example.invalid/b.css"; p{background:url(http://example.invalid/c.png)}</style><p style="background:url(http://example.invalid/d.png)" onclick="alert(3)"><a href="http://example.invalid/">x</a></p><table><tr><td>&lt;script>alert(2)&lt;/script></td></tr></table>`,
    );
    const page = await opened([name]);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator(".summary bdi").innerText()).toBe(name.split("/").at(-1));
    const inside = page.frameLocator("iframe.drawn").locator("body");
    expect(await inside.innerText()).toContain("<script>alert(2)</script>");
    expect(await inside.locator("script, [src], [onclick], [href]").count()).toBe(0);
    await page.close();
  });

  it("nothing was asked for but the page itself, and nothing was complained of", () => {
    expect(requests.filter((url) => !url.startsWith("file:///") || !url.includes("/dist/page/"))).toEqual([]);
    // The last is of this test itself, which looks into the frames.
    expect(
      complaints.filter((text) => !text.startsWith("Blocked script execution in 'about:srcdoc'")),
    ).toEqual([]);
  });
});
