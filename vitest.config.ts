import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const tests = fileURLToPath(new URL("test/", import.meta.url));

const REPLACES = /\bvi\.(?:mock|doMock|stub\w+)\(/u;

/** Each takes seconds: other programs, recognized scans, documents drawn and converted by the dozen. */
const LONG =
  /\b(?:batch|browserPath|corpusFolders|drawReport|factoryDocuments|gongkai\(|hasSoffice|installedReader|mutants?|pdfTools|suites?)\b/u;

/** Long tests first, so that no worker is left alone with one at the end; vitest by itself puts large files first. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const last = (file: TestSpecification): number =>
      file.project.name === "shared" && !LONG.test(readFileSync(file.moduleId, "utf8")) ? 1 : 0;
    return (await super.sort(files)).sort((a, b) => last(a) - last(b));
  }
}

/** Tests that put something else in the place of a module or a global, which no other test may meet. */
const replacing = readdirSync(tests, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts") && REPLACES.test(readFileSync(tests + name, "utf8")))
  .map((name) => `test/${name.replaceAll("\\", "/")}`);

export default defineConfig({
  test: {
    // No test takes a tenth of this by itself; beside other work some take a minute.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // One worker a processor: left to itself vitest keeps one processor free, half of a machine of two.
    maxWorkers: "100%",
    sequence: { sequencer: LongFirst },
    // Programs that tests start say the same on every machine, whatever its locale and its colours.
    env: { LC_ALL: "C.UTF-8", FORCE_COLOR: "0" },
    projects: [
      { extends: true, test: { name: "replacing", include: replacing } },
      // All others share the modules of their worker, because loading them anew takes longer than most of them run.
      {
        extends: true,
        test: {
          name: "shared",
          include: ["test/**/*.test.ts"],
          exclude: replacing,
          isolate: false,
          globalSetup: "test/support/compiled-teardown.ts",
        },
      },
    ],
  },
});
