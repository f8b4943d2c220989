import { mkdirSync, writeFileSync } from "node:fs";
import { manualPage } from "../src/cli/help/man.ts";
import { programIn } from "../src/cli/program.ts";

// Writes the manual pages from the commands themselves; npm installs the English one.

const pages = { en: "gongkai.1", zh: "gongkai.zh_CN.1" } as const;
const out = new URL("../dist/man/", import.meta.url);
mkdirSync(out, { recursive: true });
for (const language of ["en", "zh"] as const) {
  const io = {
    stdin: (async function* () {})(),
    out: async () => undefined,
    err: () => undefined,
    terminal: false,
    columns: null,
    environment: {},
  };
  const program = await programIn({ io, language, done: () => undefined });
  writeFileSync(new URL(pages[language], out), manualPage(program, language));
}
