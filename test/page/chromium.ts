import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Debian's Chromium; tests that look at pages skip where it is absent. */
export const browserPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) =>
  existsSync(path),
);

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath!, args: ARGUMENTS });
}

/** Builds `dist/page/` where a source is newer; tests beside one another may do so at once. */
export function buildPages(): void {
  const built = statSync(join(root, "dist/page/archive.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ["scripts/page.ts", "scripts/licences.ts", "package-lock.json", ...filesBelow("src")];
  if (sources.every((name) => statSync(join(root, name)).mtimeMs < built)) return;
  execFileSync(process.execPath, ["--import", "tsx", "scripts/page.ts"], { cwd: root });
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
    join(folder, name),
  );
}
