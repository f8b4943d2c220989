import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { folder, gongkai, page } from "../cli/command-line.ts";
import { exampleDocuments, exampleFile } from "../templates/example.ts";

const roots: string[] = [];
afterEach(() => roots.splice(0).forEach((root) => rmSync(root, { recursive: true })));

/** An archive of three reports and a file that is none, recorded. */
async function recorded(): Promise<{
  readonly archive: string;
  readonly snapshot: string;
  readonly at: (name: string) => string;
}> {
  const root = folder({
    "archive/2022/a.html": page(),
    "archive/2023/a.html": page({ plant: ["t3-row-sum"] }),
    "archive/b.html": page({ fill: "unique" }),
    "archive/not-a-report.txt": "今天天气很好。\n",
  });
  roots.push(root);
  const archive = join(root, "archive");
  expect((await gongkai(["golden", "record", archive])).code).toBe(0);
  return { archive, snapshot: `${archive}.golden.jsonl`, at: (name) => join(archive, name) };
}

/** Replaces the first cell that holds exactly this. */
function edit(path: string, from: string, to: string): void {
  const html = readFileSync(path, "utf8");
  expect(html).toContain(`>${from}</td>`);
  writeFileSync(path, html.replace(`>${from}</td>`, `>${to}</td>`));
}

describe("golden", () => {
  test("nothing changed: exit code 0 and nothing but the summary", async () => {
    const { archive } = await recorded();
    const { code, out, err } = await gongkai(["golden", "check", archive]);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: "documents: 4 same, 0 changed, 0 added, 0 removed\ncells: 600 exact, 0 changed, 0 moved, 0 lost, 0 new, 0 flagged, 0 no longer flagged\n",
      err: "",
    });
  });

  test("shows what changed cell by cell, and whether it is doubted", async () => {
    const { archive, at } = await recorded();
    const first = /align="center">(\d+)<\/td>/.exec(readFileSync(at("2022/a.html"), "utf8"))![1]!;
    edit(at("2022/a.html"), first, "987654");
    const { code, out, err } = await gongkai(["golden", "check", archive]);
    expect(code).toBe(1);
    expect(out).toContain("2022/a.html: changed (the file is another one)\n");
    expect(out).toContain(
      `  changed  proactiveDisclosure/regulations/issued  ${first} → 987654  规章 / 本年制发件数\n`,
    );
    expect(out).toContain("documents: 3 same, 1 changed, 0 added, 0 removed\n");
    expect(err).toMatch(/is as it was; --accept takes the changes over\n$/);
  });

  test("follows a number that moved, and names what is lost and new", async () => {
    const { archive, at } = await recorded();
    const numbers = [...readFileSync(at("b.html"), "utf8").matchAll(/align="center">(\d+)<\/td>/g)].map(
      ([, number]) => number!,
    );
    edit(at("b.html"), numbers[0]!, "");
    edit(at("b.html"), numbers[1]!, numbers[0]!);
    const { changes } = JSON.parse((await gongkai(["golden", "check", archive, "--format", "json"])).out);
    const [issued, repealed] = ["issued", "repealed"].map(
      (column) => `proactiveDisclosure/regulations/${column}`,
    );
    expect(changes).toHaveLength(1);
    expect(
      changes[0].cells.filter(({ path }: { path: string }) => path.includes("regulations")),
    ).toMatchObject([
      { path: issued, kind: "moved", before: Number(numbers[0]), after: null, to: repealed },
      { path: repealed, kind: "moved", before: Number(numbers[1]), after: Number(numbers[0]), from: issued },
    ]);
  });

  test("a sum that no longer holds flags its cells, unchanged ones too", async () => {
    const { archive, at } = await recorded();
    writeFileSync(at("2022/a.html"), page({ plant: ["t3-row-sum"] }));
    const { changes, summary } = JSON.parse(
      (await gongkai(["golden", "check", archive, "--format", "json"])).out,
    );
    expect(summary.cells.flagged).toBeGreaterThan(0);
    expect(changes[0].cells.every(({ doubted }: { doubted: boolean }) => doubted)).toBe(true);
  });

  test("documents come and go, or cannot be read any more", async () => {
    const { archive, at } = await recorded();
    renameSync(at("b.html"), at("2022/renamed.html"));
    writeFileSync(at("2023/a.html"), "");
    const { code, out } = await gongkai(["golden", "check", archive]);
    expect(code).toBe(1);
    expect(out).toContain("2022/renamed.html: added\n");
    expect(out).toContain("b.html: removed\n");
    expect(out).toContain("  outcome: report → empty\n");
    expect(out).toMatch(/^documents: 2 same, 1 changed, 1 added, 1 removed$/m);
    expect(out).toMatch(/^cells: 200 exact, 0 changed, 0 moved, \d+ lost, 0 new, /m);
  });

  test("changes are taken over only when told to", async () => {
    const { archive, at, snapshot } = await recorded();
    const before = readFileSync(snapshot);
    writeFileSync(at("b.html"), page());
    expect((await gongkai(["golden", "check", archive])).code).toBe(1);
    expect(readFileSync(snapshot)).toEqual(before);
    const { code, err } = await gongkai(["golden", "check", archive, "--accept"]);
    expect(code).toBe(0);
    expect(err).toContain("4 documents accepted into");
    expect((await gongkai(["golden", "check", archive])).code).toBe(0);
    expect(existsSync(`${snapshot}.part`)).toBe(false);
  });

  test("recording twice is refused, and gives the same bytes elsewhere", async () => {
    const { archive, snapshot } = await recorded();
    const again = await gongkai(["golden", "record", archive]);
    expect(again).toMatchObject({ code: 2, out: "" });
    expect(again.err).toContain("exists already");
    await gongkai(["golden", "record", archive, "--snapshot", `${archive}.other`]);
    expect(readFileSync(`${archive}.other`)).toEqual(readFileSync(snapshot));
  });

  test("says what is wrong with the call or the snapshot", async () => {
    const { archive, at, snapshot } = await recorded();
    const wrong = async (...argv: string[]): Promise<string> => {
      const { code, err } = await gongkai(["golden", ...argv]);
      expect(code).toBe(2);
      return err;
    };
    expect(await wrong("check", at("2022"))).toContain("no recorded snapshot at");
    expect(await wrong("check", at("b.html"))).toContain("is not a folder");
    expect(await wrong("check", at("nowhere"))).toContain("no such file or folder");
    expect(await wrong("record", archive, "--snapshot", at("golden.jsonl"))).toContain("among the documents");
    const lines = readFileSync(snapshot, "utf8").split("\n");
    writeFileSync(snapshot, [...lines.slice(0, 3), lines[3]!.slice(0, 40)].join("\n"));
    expect(await wrong("check", archive)).toContain("(line 4)");
    writeFileSync(snapshot, "");
    expect(await wrong("check", archive)).toContain("(line 1)");
    expect(await wrong("check", archive, "--accept", "--lang", "zh")).toContain("（第 1 行）");
    expect(existsSync(`${snapshot}.part`)).toBe(false);
  });

  test("--template: the cells of a form of the user's own are recorded and checked", async () => {
    const root = folder({ "archive/report.txt": exampleDocuments()["report.txt"]! });
    roots.push(root);
    const archive = join(root, "archive");
    const form = ["--template", exampleFile("template.yaml")];
    expect((await gongkai(["golden", "record", archive, ...form])).code).toBe(0);
    const { code, out } = await gongkai(["golden", "check", archive, ...form]);
    expect({ code, cells: out.split("\n")[1] }).toEqual({
      code: 0,
      cells: expect.stringMatching(/^cells: 46 exact, 0 changed/),
    });
    expect((await gongkai(["golden", "check", archive])).out).toContain("outcome: report → not-a-report");
  });
});
