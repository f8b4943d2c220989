import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder, lines, runBatch } from "../batch/support.ts";
import { gongkai } from "../cli/command-line.ts";
import { draft, received } from "../corrections/drafts.ts";
import type { ReviewedArchive, Review } from "../../src/review/index.ts";
import { drawReport, layOut, plain, renderHtml } from "../support/factory/index.ts";
import { browserPath, buildPages, startBrowser } from "./chromium.ts";

const HOSTILE = `<script>alert(1)</script>"><img src=x onerror=alert(2)>`;
const whole = new TextDecoder().decode(renderHtml(layOut(drawReport(5, { ...plain, year: 2021 }))));
const root = folder({
  "in/2023/draft.md": draft.bytes,
  "in/2023/page.html": renderHtml(layOut(drawReport(3, { ...plain, year: 2023 }))),
  "in/2022/gone.html": renderHtml(layOut(drawReport(4, { ...plain, year: 2022 }))),
  [`in/2022/${HOSTILE.replaceAll("/", "")}.txt`]: `${HOSTILE}\n2022年政府信息公开工作年度报告\n`,
  "in/broken.pdf": "%PDF-1.7\n",
  // A page and its attachment that are one report.
  "list.csv": "path,report\nparts/page.html,r\nparts/attached.html,r\n",
  "parts/page.html": whole.replace(/<table[^]*?<\/table>/g, ""),
  "parts/attached.html": `<body>${whole.match(/<table[^]*?<\/table>/g)!.join("<p>附件</p>")}</body>`,
});
const [dataset, reviews] = [join(root, "dataset"), join(root, "review")];

/** Every file below a folder and its text. */
function texts(path: string): Record<string, string> {
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(path, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(path, name), "utf8")]));
}

/** What a command says when it is done, without the progress that a slow run shows. */
function conclusion(err: string): string {
  return err.replace(/^\d+ pages? written\n/gm, "");
}

/** The page with its errors and warnings repeated until there are a thousand. */
function withThousandFindings(page: string): string {
  return page.replace(/(id="document">)([^<]*)/u, (_, start: string, packed: string) => {
    const review = JSON.parse(inflateRawSync(Buffer.from(packed, "base64")).toString()) as Review;
    const { conversion } = review;
    const grave = conversion.diagnostics.filter(({ severity }) => severity === "error");
    const diagnostics = Array.from({ length: 1000 }, (_, index) => grave[index % grave.length]!);
    const many = JSON.stringify({ ...review, conversion: { ...conversion, diagnostics } });
    return start + deflateRawSync(Buffer.from(many)).toString("base64");
  });
}

beforeAll(async () => {
  buildPages();
  await runBatch([join(root, "in"), join(root, "list.csv")], dataset);
  mkdirSync(join(root, "elsewhere"));
  renameSync(join(root, "in/2022/gone.html"), join(root, "elsewhere/gone.html"));
});
afterAll(() => rmSync(root, { recursive: true }));

describe("gongkai review", () => {
  it("writes a page a record, an index, and the application once", async () => {
    const { code, err } = await gongkai(["review", dataset, "--out", reviews]);
    expect(err).toContain("2022/gone.html: the original is gone, or is another file now");
    expect(code).toBe(1);
    const written = texts(reviews);
    const records = lines(join(dataset, "conversions.jsonl")).length;
    const pages = Object.keys(written).filter((name) => /^\d{4}\//.test(name));
    expect(pages).toHaveLength(records);
    expect(Object.keys(written)).toEqual(
      expect.arrayContaining(["index.html", "app/gongkai.js", "app/pdfium.js"]),
    );
    for (const page of pages) expect(written[page]!.length).toBeLessThan(60_000);
    for (const name of ["index.html", ...pages]) {
      expect(written[name]).toMatch(/default-src 'none'; script-src 'sha256-[^']+'/u);
      expect(written[name]).not.toContain(`<img src=x`);
    }
  });

  it("writes the same bytes again", async () => {
    await gongkai(["review", dataset, "--out", join(root, "again")]);
    expect(texts(join(root, "again"))).toEqual(texts(reviews));
  });

  it("one document is one file that needs nothing beside it, and an index", async () => {
    const out = join(root, "one");
    const { code, err } = await gongkai(["review", join(root, "in/2023/draft.md"), "--out", out]);
    expect([code, conclusion(err)]).toEqual([1, `1 page; begin with ${join(out, "index.html")}\n`]);
    expect(Object.keys(texts(out))).toHaveLength(2);
  });

  it("pages of an earlier review are removed, what is somebody's own stays", async () => {
    const out = join(root, "twice");
    await gongkai(["review", join(root, "in/2023/draft.md"), "--out", out]);
    const [before] = Object.keys(texts(out));
    writeFileSync(join(out, "2023/notes.html"), "mine");
    const { err } = await gongkai(["review", join(root, "parts/page.html"), "--out", out]);
    expect(conclusion(err)).toBe(
      `1 page of an earlier review removed\n1 page; begin with ${join(out, "index.html")}\n`,
    );
    const after = Object.keys(texts(out));
    expect(after).toHaveLength(3);
    expect(after).toContain("2023/notes.html");
    expect(after).not.toContain(before);
  });

  it("a folder whose index.html is somebody's own is refused, and left as it is", async () => {
    const out = join(root, "site");
    mkdirSync(out);
    writeFileSync(join(out, "index.html"), "<h1>mine</h1>");
    const { code, err } = await gongkai(["review", join(root, "in/2023/draft.md"), "--out", out]);
    expect([code, err]).toEqual([
      2,
      `gongkai: ${join(out, "index.html")} is not the index of a review: give another folder as --out\n`,
    ]);
    expect(texts(out)).toEqual({ "index.html": "<h1>mine</h1>" });
  });

  it("reports of a ZIP in a ZIP stand beside their originals, of a dataset too", async () => {
    const bytes = renderHtml(layOut(drawReport(6, { ...plain, year: 2023 })));
    const zip = join(root, "outer.zip");
    writeFileSync(zip, zipSync({ "inner.zip": zipSync({ "deep.html": bytes }) }));
    await runBatch([zip], join(root, "zipped"));
    for (const source of [zip, join(root, "zipped")]) {
      const out = join(root, "zip-review");
      const { code, err } = await gongkai(["review", source, "--out", out]);
      expect([code, conclusion(err)]).toEqual([0, `1 page; begin with ${join(out, "index.html")}\n`]);
      const [page] = Object.entries(texts(out)).filter(([name]) => /^\d{4}\//.test(name));
      const original = /id="original-0">([^<]*)/u.exec(page![1])![1]!;
      expect(new Uint8Array(inflateRawSync(Buffer.from(original, "base64")))).toEqual(bytes);
    }
  });

  it("one content under two names is one page and two rows", async () => {
    const two = join(root, "two");
    mkdirSync(two);
    for (const name of ["a.md", "b.md"]) writeFileSync(join(two, name), draft.bytes);
    const out = join(root, "two-review");
    await gongkai(["review", two, "--out", out]);
    const written = texts(out);
    expect(Object.keys(written).filter((name) => /^\d{4}\//.test(name))).toHaveLength(1);
    const { rows } = JSON.parse(/id="archive">([^<]*)/u.exec(written["index.html"]!)![1]!) as ReviewedArchive;
    expect(rows.map(([page, name]) => [page, name.split("/").at(-1)])).toEqual([
      [expect.stringMatching(/^2023\//u), "a.md"],
      [rows[0]![0], "b.md"],
    ]);
  });

  it("an input that is not there is an error of use", async () => {
    const { code, err } = await gongkai(["review", join(root, "nowhere"), "--out", reviews, "--lang", "zh"]);
    expect([code, err]).toEqual([2, `gongkai: 文件或文件夹不存在：${join(root, "nowhere")}\n`]);
  });

  it("an index of 10,000 reports is small", async () => {
    const many = join(root, "many");
    mkdirSync(many);
    const ledger = Array.from({ length: 10_000 }, (_, index) =>
      JSON.stringify({ name: `a/${index}.doc`, status: "damaged", sha256: null, duplicate_of: null }),
    );
    writeFileSync(join(many, "ledger.jsonl"), ledger.join("\n") + "\n");
    writeFileSync(join(many, "conversions.jsonl"), "");
    writeFileSync(join(many, "datapackage.json"), JSON.stringify({ name: "gongkai-batch", resources: [] }));
    await gongkai(["review", many, "--out", join(root, "many-out")]);
    expect(statSync(join(root, "many-out/index.html")).size).toBeLessThan(2_000_000);
  });
});

describe.skipIf(browserPath === undefined)("reviews in a browser (skipped: there is no Chromium)", () => {
  let browser: Browser;
  const requests: string[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  async function opened(path: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(path).href);
    return page;
  }

  it("the index filters, and leads to a page and back", async () => {
    const page = await opened(join(reviews, "index.html"));
    const rows = page.locator("tbody tr");
    const all = await rows.count();
    expect(all).toBe(6);
    await page.selectOption("[name=status]", "truncated");
    expect(await rows.count()).toBe(1);
    await page.selectOption("[name=status]", "");
    await page.selectOption("[name=year]", "2023");
    expect(await rows.count()).toBe(2);
    await page.selectOption("[name=rule]", { index: 1 });
    await page.fill("[name=issuer]", "draft.md");
    expect(await rows.count()).toBe(1);
    await page.locator("tbody a").click();
    await page.waitForSelector(".summary");
    await page.locator(`.form [data-pointer="${received}"]`).click();
    await expect.poll(() => page.locator(".original .lit").count()).toBe(1);
    await page.getByRole("link", { name: "All reports" }).click();
    await page.waitForSelector(".archive");
    await page.close();
  });

  it("the index is used with the keyboard alone, and has no barrier", async () => {
    const page = await opened(join(reviews, "index.html"));
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const found = await page.evaluate(
      `${axe};axe.run().then(({ violations }) => violations.map(({ id }) => id))`,
    );
    expect(found).toEqual([]);
    await page.keyboard.press("Tab");
    await page.keyboard.type("draft.md");
    for (let count = 0; count < 4; count += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".summary");
    // The filter stands in the address: going back finds it again.
    await page.goBack();
    await page.waitForSelector("tbody tr");
    expect(await page.locator("tbody tr").count()).toBe(1);
    await page.close();
  });

  it("10,000 rows are drawn in parts", async () => {
    const page = await opened(join(root, "many-out/index.html"));
    expect(await page.locator("tbody tr").count()).toBe(200);
    await page.getByRole("button", { name: "Show more" }).click();
    expect(await page.locator("tbody tr").count()).toBe(400);
    await page.close();
  });

  it("1,000 findings are drawn in parts, gone through by keys, and printed whole", async () => {
    const [name] = Object.keys(texts(join(root, "one"))).filter((it) => it !== "index.html");
    const text = readFileSync(join(root, "one", name!), "utf8");
    const path = join(root, "one", "thousand.html");
    writeFileSync(path, withThousandFindings(text));
    const page = await opened(path);
    await page.waitForSelector(".summary");
    const listed = page.locator(".pane.findings > .finding-list li");
    expect(await listed.count()).toBe(100);
    await page.keyboard.press("p");
    await expect.poll(() => listed.count()).toBe(1000);
    await page.keyboard.press("n");
    await expect.poll(() => page.locator('.finding[aria-pressed="true"]').innerText()).toContain("Error");
    await page.reload();
    await page.waitForSelector(".summary");
    await page.evaluate(() => void dispatchEvent(new Event("beforeprint")));
    await expect.poll(() => listed.count()).toBe(1000);
    await page.close();
  });

  it("a report in two files shows both, and a value lights in its own", async () => {
    const page = await opened(join(reviews, "index.html"));
    await page.locator("tbody tr", { hasText: "page.html + parts/attached.html" }).locator("a").click();
    await page.waitForSelector(".summary");
    expect(await page.locator(".original h2").allInnerTexts()).toEqual([
      "parts/page.html",
      "parts/attached.html",
    ]);
    await page.locator('.form [data-pointer$="/applications/total/newlyReceived"]').click();
    const lit = (index: number) => page.frameLocator("iframe.drawn").nth(index).locator("body .lit");
    await expect.poll(() => lit(1).count()).toBe(1);
    expect(await lit(0).count()).toBe(0);
    await page.close();
  });

  it("a page whose original is gone shows the record and says so", async () => {
    const page = await opened(join(reviews, "index.html"));
    await page.locator("tbody tr", { hasText: "original gone" }).locator("a").click();
    await page.waitForSelector(".summary");
    expect(await page.locator(".original").innerText()).toContain("no longer there");
    expect(await page.locator(".form .value").count()).toBeGreaterThan(100);
    await page.close();
  });

  it("a single file works alone", async () => {
    const [name] = Object.keys(texts(join(root, "one"))).filter((it) => it !== "index.html");
    const page = await opened(join(root, "one", name!));
    await page.waitForSelector(".summary");
    expect(await page.locator(".summary").innerText()).toContain("error");
    await page.close();
  });

  it("asks for nothing but its own files, and complains of nothing", () => {
    const own = pathToFileURL(root).href;
    expect(
      requests
        .map((url) => (url.startsWith(own) ? relative(own, url) : url))
        .filter((url) => /^\w+:|^\.\./u.test(url) && !url.startsWith("blob:")),
    ).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
