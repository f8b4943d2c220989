import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readResults, resultId, resultLog } from "../../../src/batch/store/results.ts";
import { failure } from "../../../src/batch/store/status.ts";
import { folder } from "../support.ts";

const root = folder();
afterAll(() => rmSync(root, { recursive: true }));

test("a log cut anywhere gives the results that stood whole before the cut", () => {
  const log = resultLog(join(root, "log"));
  const ids = ["aa1.txt", "aa2", "aa3.docx"];
  for (const id of ids)
    log.add(
      { id, status: "empty", failure: failure("empty", "甲"), mark: null, milliseconds: 1 },
      new Uint8Array(5),
    );
  const name = readdirSync(join(root, "log"))[0]!;
  const whole = readFileSync(join(root, "log", name));
  const counts = Array.from({ length: whole.length + 1 }, (_, length) => {
    writeFileSync(join(root, "log", name), whole.subarray(0, length));
    const found = [...readResults(join(root, "log"), "aa").keys()];
    expect(found).toEqual(ids.slice(0, found.length));
    return found.length;
  });
  expect([counts[0], counts[whole.length - 1], counts[whole.length]]).toEqual([0, 2, 3]);
});

test("of two results the one that will last", () => {
  for (const status of ["timeout", "converted", "timeout"] as const)
    resultLog(join(root, "two")).add(
      {
        id: "bb1",
        status,
        failure: status === "timeout" ? failure(status, "") : null,
        mark: null,
        milliseconds: 1,
      },
      new Uint8Array(),
    );
  expect(readResults(join(root, "two"), "bb").get("bb1")?.status).toBe("converted");
});

test("content and extension make the result, the name does not", () => {
  expect(resultId({ key: "aa", name: "x/Report.DOCX" })).toBe("aa.docx");
  expect(resultId({ key: "aa", name: "x.zip!/y.b/报告" })).toBe("aa");
});

const logged = (name: string): { readonly path: string; readonly read: () => string[] } => {
  const log = resultLog(join(root, name));
  for (const id of ["cc1", "cc2"])
    log.add(
      { id, status: "converted", failure: null, mark: null, milliseconds: 1 },
      new Uint8Array([1, 2, 3]),
    );
  const path = join(root, name, readdirSync(join(root, name))[0]!);
  return { path, read: () => [...readResults(join(root, name), "cc").keys()] };
};

test("zeros at the end of a log, as a power cut leaves them, are no result", () => {
  const { path, read } = logged("zeros");
  writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(64)]));
  expect(read()).toEqual(["cc1", "cc2"]);
});

test("a result with a changed byte is as good as none, whichever byte it is", () => {
  const { path, read } = logged("flipped");
  const whole = readFileSync(path);
  const half = whole.length / 2;
  for (let at = 0; at < half; at++) {
    const changed = Buffer.from(whole);
    changed[at]! ^= 0xff;
    writeFileSync(path, changed);
    // Behind a broken length nothing can be found; behind any other byte the next result can.
    expect([[], ["cc2"]]).toContainEqual(read());
  }
});
