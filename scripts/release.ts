/**
 * Makes a release. `npm run release -- VERSION` says what it would do and packs without writing; with `--write` it sets
 * the version of every package, closes the section "Unreleased" of the changelog, commits and tags. Publishing is left
 * to a person.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { URL } from "node:url";

const root = new URL("../", import.meta.url);
const PACKAGES = ["package.json", "packages/ocr/package.json"];
const UNRELEASED = "## Unreleased";

const [version, flag] = process.argv.slice(2);
if (
  version === undefined ||
  !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version) ||
  ![undefined, "--write"].includes(flag)
)
  stop("usage: npm run release -- VERSION [--write]");
const changelog = read("CHANGELOG.md");
const section = changelog.split(UNRELEASED)[1]?.split("\n## ")[0]?.trim() ?? "";
if (section === "") stop(`CHANGELOG.md has nothing under "${UNRELEASED}"`);
if (git("status", "--porcelain") !== "") stop("the working tree has changes that are not committed");
if (git("tag", "--list", `v${version}`) !== "") stop(`v${version} is tagged already`);

console.log(`gongkai ${version}\n\n${section}\n`);
run("npm", "run", "package:check");
// Everything was built for the check; to build it again for each listing would take a minute each.
for (const folder of [".", "packages/ocr"])
  run("npm", "pack", "--dry-run", "--ignore-scripts", folder === "." ? "." : `./${folder}`);
if (flag === "--write") {
  for (const path of PACKAGES)
    write(path, read(path).replace(/"version": "[^"]+"/u, `"version": "${version}"`));
  run("npm", "install", "--package-lock-only", "--ignore-scripts");
  write("CHANGELOG.md", changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## ${version}`));
  run(
    "git",
    "commit",
    "--quiet",
    "--message",
    `Release ${version}`,
    "--",
    "CHANGELOG.md",
    "package-lock.json",
    ...PACKAGES,
  );
  run("git", "tag", `v${version}`);
  console.log(
    `committed and tagged v${version}; publish with: npm publish --workspaces --include-workspace-root`,
  );
} else console.log("nothing was written; --write sets the version, commits and tags");

function read(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}

function write(path: string, text: string): void {
  writeFileSync(new URL(path, root), text);
}

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { cwd: root, stdio: "inherit" });
}

function stop(why: string): never {
  console.error(why);
  process.exit(2);
}
