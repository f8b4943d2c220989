import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One worker a processor: left to itself vitest keeps one processor free, half of a machine of two.
    maxWorkers: "100%",
    // The files of a worker share its modules, because loading them anew for each file took a fifth of the suite's
    // time. A test that changes a module or the process puts back what it changed.
    isolate: false,
    // Programs that tests start say the same on every machine, whatever its locale and its colours.
    env: { LC_ALL: "C.UTF-8", FORCE_COLOR: "0" },
  },
});
