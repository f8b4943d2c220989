import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { serializeCorrections } from "../../src/index.ts";
import { gongkai } from "../cli/command-line.ts";
import { correction, draft, received } from "../corrections/drafts.ts";
import { folder } from "./support.ts";

const root = folder({ "in/report.md": draft.bytes });
const file = join(root, "corrections.jsonl");
writeFileSync(file, serializeCorrections([correction({ ...draft, name: "report.md" }, received, 17, 16)]));
afterAll(() => rmSync(root, { recursive: true }));

const row = (csv: string): string | undefined =>
  csv.split("\r\n").find((line) => line.includes(",newlyReceived,total,"));

it("batch: the dataset carries them, and later ones convert nothing again", async () => {
  const out = join(root, "out");
  const batch = (...more: string[]) =>
    gongkai(["batch", join(root, "in"), "--out", out, "--to", "csv", "--workers", "1", "--quiet", ...more]);
  expect(await batch()).toEqual({ code: 0, out: "", err: "" });
  expect(row(readFileSync(join(out, "cells.csv"), "utf8"))).toContain(",17,件,17,given,error,");
  await batch("--corrections", file);
  expect(row(readFileSync(join(out, "cells.csv"), "utf8"))).toContain(",16,件,17,corrected,,");
  expect(readFileSync(join(out, "datapackage.json"), "utf8")).toContain('"corrected"');
  expect(readFileSync(join(out, "findings.csv"), "utf8")).toContain("value-corrected");
});

it("batch and merge: corrections of contents that are not there are told", async () => {
  const out = join(root, "told");
  const other = join(root, "other.jsonl");
  writeFileSync(
    other,
    serializeCorrections([
      correction({ ...draft, bytes: new Uint8Array([1]), name: "o.md" }, received, 17, 16),
    ]),
  );
  const batch = ["batch", join(root, "in"), "--out", out, "--to", "csv", "--workers", "1", "--quiet"];
  const err = "gongkai: 1 correction not used: made on other files, or on other versions of these\n";
  expect(await gongkai([...batch, "--corrections", file, "--corrections", other])).toEqual({
    code: 0,
    out: "",
    err,
  });
  expect(await gongkai(["merge", out, "--quiet"])).toEqual({ code: 0, out: "", err });
});
