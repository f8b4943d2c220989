import { defineConfig } from "vitest/config";

/** Tests of functions on plain data, which start no process and load no library that keeps a state of its own. */
const pure = ["arithmetic", "checks", "mapper", "places", "printed", "tables", "templates"].map(
  (room) => `test/${room}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One worker a processor: left to itself vitest keeps one processor free, half of a machine of two.
    maxWorkers: "100%",
    // Programs that tests start say the same on every machine, whatever its locale and its colours.
    env: { LC_ALL: "C.UTF-8", FORCE_COLOR: "0" },
    projects: [
      // Pure tests share the modules of their worker, because loading them anew takes longer than these tests run.
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: pure,
          globalSetup: "test/support/compiled-teardown.ts",
        },
      },
    ],
  },
});
