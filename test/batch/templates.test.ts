import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { gongkai } from "../cli/command-line.ts";
import { exampleDocuments, exampleFile } from "../templates/example.ts";
import { folder, ledger, lines } from "./support.ts";

const form = readFileSync(exampleFile("template.yaml"), "utf8");
const root = folder({
  ...exampleDocuments(),
  "form.yaml": form,
  "bad.yaml": form.replace("section: 3", "section: 9"),
});
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);
const out = at("out");
const batch = (...argv: string[]) =>
  gongkai(["batch", at("report.docx"), at("report.txt"), "--out", out, "--workers", "1", ...argv]);
const statuses = () => ledger(out).map(({ status }) => status);
const cells = () =>
  lines(join(out, "cells.csv")).filter((line) => line.includes("penalties,environment,total,"));

test("batch --template: children read the user's own form, outputs have its cells", async () => {
  expect((await batch("--quiet")).code).toBe(0);
  expect(cells()).toEqual([]);

  expect((await batch("--quiet", "--template", at("form.yaml"))).code).toBe(0);
  expect(statuses()).toEqual(["converted-with-findings", "converted-with-findings"]);
  expect(cells()).toHaveLength(2);
  expect(cells().every((line) => line.includes("penalties,environment,total,28,件,28,given"))).toBe(true);
});

test("another run does nothing anew, until the form is another; merge takes up the same form", async () => {
  const kept = async () => (await batch("--template", at("form.yaml"))).err.includes("2 from before");
  expect(await kept()).toBe(true);
  rmSync(join(out, "cells.csv"));
  expect((await gongkai(["merge", out, "--quiet"])).code).toBe(0);
  expect(cells()).toHaveLength(2);
  writeFileSync(at("form.yaml"), form.replace("label: 生态环境,", "label: 生态环境与资源,"));
  expect(await kept()).toBe(false);
  expect(cells()).toHaveLength(2);
  expect(await kept()).toBe(true);
});

test("a form that is none is wrong use: 2", async () => {
  const { code, err } = await batch("--template", at("bad.yaml"));
  expect({ code, err }).toEqual({
    code: 2,
    err: expect.stringContaining(`${at("bad.yaml")}:36:14: no section has the number 9`),
  });
});
