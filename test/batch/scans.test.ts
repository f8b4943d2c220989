import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { installedReader } from "../../src/adapters/scan/installed.ts";
import { defaultChildLimits } from "../../src/batch/index.ts";
import { folder, outcomes, report, runBatch } from "./support.ts";

const sample = new URL("../../../shared/samples/scan/r01-d150-2.jpg", import.meta.url);
const ready = existsSync(sample) && (await installedReader()) !== null;
const root = ready
  ? folder({ "in/a.jpg": new Uint8Array(readFileSync(sample)), "in/b.html": report() })
  : folder();
afterAll(() => rmSync(root, { recursive: true }));

test.skipIf(!ready)(
  "scans (skipped where ../shared or gongkai-ocr is absent): left by --no-ocr, read by --retry after all else",
  async () => {
    const [inputs, out] = [[join(root, "in")], join(root, "out")];
    // The machine of a test may be slow by the clock; what is tested is the order.
    const limits = { ...defaultChildLimits, seconds: 600, memoryMegabytes: 4096 };
    await runBatch(inputs, out, { ocr: false, limits });
    expect(outcomes(out, join(root, "in"))).toEqual([
      "a.jpg: needs-ocr",
      expect.stringContaining("b.html: converted"),
    ]);
    const seen: string[] = [];
    await runBatch(inputs, out, {
      retry: true,
      limits,
      onProgress: (progress) => {
        if (progress.stage === "run") seen.push(progress.kept ? "kept" : progress.status);
      },
    });
    expect(seen).toEqual(["kept", "converted-with-findings"]);
    expect(outcomes(out, join(root, "in"))[0]).toBe("a.jpg: converted-with-findings");
  },
);
