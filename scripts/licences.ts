import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

/** A package's manifest as npm installs it, with only the fields that give its name and its owner. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author?: string | { readonly name: string };
}

/**
 * The licences of the packages in a bundle, for whoever receives it: each text once, under the names of the works it
 * covers. `root` is the folder in which the bundle was built; `others` are packages that it does not know of.
 */
export function licencesOf({ outputs }: Metafile, root: string, others: readonly string[] = []): string {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = new Set(
    inputs
      .concat(others.map((name) => `node_modules/${name}`))
      .flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(join(root, input))?.[0] ?? []),
  );
  const works = new Map<string, Set<string>>();
  for (const folder of folders) {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
    const text = licenceText(folder, manifest);
    const title = `${manifest.name} ${manifest.version} (${manifest.license})`;
    works.set(text, (works.get(text) ?? new Set()).add(title));
  }
  const parts = [...works].map(([text, titles]) => `${[...titles].sort().join("\n")}\n\n${text}`);
  return [HEAD, ...parts.sort()].join(RULE);
}

const HEAD = "gongkai (MIT) contains these works of others, each under its own licence.\n";
const RULE = `\n${"-".repeat(72)}\n\n`;

function licenceText(folder: string, manifest: Manifest): string {
  const names = readdirSync(folder).filter((name) => /^(?:licen[cs]e|notice|copying)/iu.test(name));
  if (names.length > 0)
    return names
      .sort()
      .map((name) => plain(readFileSync(join(folder, name), "utf8")))
      .join("\n");
  const { author = manifest.name, license } = manifest;
  const permission = STANDARD[license];
  if (permission === undefined) throw new Error(`${manifest.name} has no text of its licence ${license}`);
  return `Copyright (c) ${typeof author === "string" ? author : author.name}\n\n${permission}\n`;
}

function plain(text: string): string {
  return (
    text
      .replaceAll("\r\n", "\n")
      .replaceAll(/[ \t]+$/gmu, "")
      .trim() + "\n"
  );
}

/** Texts for packages that name their licence but do not include its text. */
const STANDARD: Readonly<Record<string, string>> = {
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};
