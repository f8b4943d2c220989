import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseGlob } from "../../../src/batch/plan/glob.ts";
import { openable } from "../../../src/batch/store/file-path.ts";
import { MissingInput, findInputs } from "../../../src/batch/plan/inputs.ts";
import { csvRecords } from "../../../src/batch/plan/manifest.ts";
import { belongs, parseShard } from "../../../src/batch/store/shard.ts";
import { folder } from "../support.ts";

describe("globs", () => {
  test.each([
    ["a/*.txt", "a/", "b.txt", true],
    ["a/*.txt", "a/", "b/c.txt", false],
    ["a/**/*.txt", "a/", "c.txt", true],
    ["a/**/*.txt", "a/", "b/c.txt", true],
    ["a/20[12]?/*.{docx,pdf}", "a/", "2019/x.pdf", true],
    ["a/20[!2]?/*.pdf", "a/", "2020/x.pdf", false],
    ["*.(x)+", ".", "a.(x)+", true],
  ])("%s below %s: %s is %s", (pattern, root, path, expected) => {
    const glob = parseGlob(pattern);
    expect([glob?.root, glob?.matches(path)]).toEqual([root, expected]);
  });

  test("no wildcard, no glob", () => expect(parseGlob("a/b.txt")).toBeNull());
});

describe("manifests", () => {
  async function records(...chunks: string[]): Promise<readonly (readonly string[])[]> {
    const found: (readonly string[])[] = [];
    for await (const record of csvRecords(
      (async function* () {
        yield* chunks;
      })(),
    ))
      found.push(record);
    return found;
  }

  test("quotes, line ends of every kind, pieces that part anywhere", async () => {
    const text = 'path,note\r\n"a ""b"".txt","x,\r\ny"\nc.txt,\rd.txt,z';
    const expected = [
      ["path", "note"],
      ['a "b".txt', "x,\r\ny"],
      ["c.txt", ""],
      ["d.txt", "z"],
    ];
    expect(await records(text)).toEqual(expected);
    expect(await records(...text)).toEqual(expected);
  });
});

describe("shards", () => {
  test.each([
    ["2/4", {}, { index: 2, count: 4 }],
    ["5/4", {}, null],
    ["0/4", {}, null],
    ["four", {}, null],
    ["/4", {}, null],
    ["/4", { JOB_COMPLETION_INDEX: "0" }, { index: 1, count: 4 }],
    ["/4", { AWS_BATCH_JOB_ARRAY_INDEX: "3" }, { index: 4, count: 4 }],
    ["/4", { PARALLEL_SEQ: "4", PARALLEL_JOBSLOT: "1" }, { index: 4, count: 4 }],
    [
      "/4",
      { SLURM_ARRAY_TASK_ID: "7", SLURM_ARRAY_TASK_MIN: "1", SLURM_ARRAY_TASK_STEP: "2" },
      { index: 4, count: 4 },
    ],
    ["/4", { SLURM_ARRAY_TASK_ID: "0" }, { index: 1, count: 4 }],
  ])("%s under %j is %j", (text, environment, expected) =>
    expect(parseShard(text, environment)).toEqual(expected),
  );

  test("every hash belongs to exactly one", () => {
    for (const key of ["00000000", "ffffffff", "0123abcd", "89abcdef"])
      expect([1, 2, 3].filter((index) => belongs(key, { index, count: 3 }))).toHaveLength(1);
  });
});

describe("inputs", () => {
  const root = folder({
    "a/1.txt": "1",
    "a/b/2.html": "2",
    "a/b/about.json": "{}",
    "a/.hidden/3.txt": "3",
    "a/out/4.txt": "4",
    "list/m.csv": "path,issuer,url\n../a/1.txt,甲,https://example.org/1\ngone.txt,乙,\n",
    "list/m.jsonl": '{"path":"../a/b/2.html","year":2020}\n\n',
  });
  symlinkSync(join(root, "a"), join(root, "a/loop"));
  afterAll(() => rmSync(root, { recursive: true }));

  async function found(...inputs: string[]): Promise<string[]> {
    const names: string[] = [];
    for await (const { name, path, fields } of findInputs(
      inputs.map((it) => join(root, it)),
      join(root, "a/out"),
    ))
      names.push(
        `${name.replace(`${root}/`, "")} ${String(openable(path)).replace(`${root}/`, "")}${fields ? ` ${JSON.stringify(fields)}` : ""}`,
      );
    return names.sort();
  }

  test("a folder, without what is hidden, linked, a record, or the output", async () =>
    expect(await found("a")).toEqual(["a/1.txt a/1.txt", "a/b/2.html a/b/2.html"]));
  test("a glob", async () => expect(await found("a/**/*.html")).toEqual(["a/b/2.html a/b/2.html"]));
  test("manifests carry their columns and name what is not there", async () =>
    expect(await found("list/m.csv", "list/m.jsonl")).toEqual([
      '../a/1.txt a/1.txt {"issuer":"甲","url":"https://example.org/1"}',
      '../a/b/2.html a/b/2.html {"year":"2020"}',
      'gone.txt list/gone.txt {"issuer":"乙","url":""}',
    ]));
  test("a manifest as Excel saves it on a Chinese Windows, or as Unicode text", async () => {
    const gbk = Buffer.from([0xbc, 0xd7, 0xca, 0xd0]);
    writeFileSync(join(root, "list/gbk.csv"), Buffer.concat([Buffer.from("path,issuer\r\n1.txt,"), gbk]));
    writeFileSync(join(root, "list/utf16.csv"), Buffer.from("\ufeffpath,issuer\n2.txt,乙市\n", "utf16le"));
    expect(await found("list/gbk.csv", "list/utf16.csv")).toEqual([
      '1.txt list/1.txt {"issuer":"甲市"}',
      '2.txt list/2.txt {"issuer":"乙市"}',
    ]);
  });
  test("a column that is there twice, rows of commas", async () => {
    writeFileSync(join(root, "list/twice.csv"), "path,备注,备注,,\n1.txt,甲,乙,,\n,,,,\n");
    expect(await found("list/twice.csv")).toEqual(['1.txt list/1.txt {"备注":"甲","备注 2":"乙","":""}']);
  });
  test("a path that is not there", async () => await expect(found("nowhere")).rejects.toThrow(MissingInput));
});
