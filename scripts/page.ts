import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build, transform, type Plugin } from "esbuild";
import { APPLICATION, ENGINE, engineScript, inlined, packedEngine } from "../src/cli/page/page-parts.ts";
import { licencesOf } from "./licences.ts";
import { withoutUnused } from "./unused.ts";

// The page for people without a command line: the core and its view in one file that opens from disk, and needs nothing else.

const root = new URL("../", import.meta.url);
const out = new URL("dist/page/", root);

const application = "src/page/main.tsx";
const { code: style } = await transform(readFileSync(new URL("src/page/style.css", root), "utf8"), {
  loader: "css",
  minify: true,
});
/**
 * The file is renamed when it is complete, so that another reader, such as a test running meanwhile, gets the one
 * before.
 */
const save = (name: string, text: string): void => {
  const part = new URL(`${name}.${process.pid}.part`, out);
  writeFileSync(part, text);
  renameSync(part, new URL(name, out));
};

mkdirSync(out, { recursive: true });
const [whole, small, archive] = await Promise.all([
  bundle(application, []),
  bundle(application, [withoutPdf()], privateNames("parse5")),
  bundle("src/page/archive/main.tsx", []),
]);
const engine = packedEngine();
const script = inline(whole.code);
const filled = page(script, engine);
save("gongkai.html", filled);
// The package holds its two parts once, beside a shell into which `gongkai page` puts them.
save(
  "gongkai.shell.html",
  filled.replace(script.code, () => APPLICATION).replace(engine, () => ENGINE),
);
save("gongkai-without-pdf.html", page(inline(small.code), null));
// Thousands of reviews share the application that stands beside them; `gongkai review` copies it there.
save("gongkai.js", whole.code);
save("pdfium.js", engineScript(engine));
save("review.html", page(beside("../app/gongkai.js"), null));
save("archive.html", page(inline(archive.code), null));
save("THIRD-PARTY.txt", whole.licences);

interface Bundle {
  readonly code: string;
  readonly licences: string;
}

/** The long names that a package uses within its classes alone; they take a tenth of parse5. */
function privateNames(name: string): RegExp {
  const folder = new URL(`node_modules/${name}/dist/`, root);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js"),
  );
  const names = files.flatMap(
    (file) => readFileSync(new URL(file, folder), "utf8").match(/\b_[a-z]\w{6,}/gu) ?? [],
  );
  return new RegExp(`^(?:${[...new Set(names)].sort().join("|")})$`);
}

/** A script that includes the licences of its parts, so that whoever receives the page has them. */
async function bundle(entry: string, plugins: Plugin[], short?: RegExp): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    charset: "utf8",
    platform: "browser",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    // A file has no module beside it, so PDFium's bytes are passed in.
    define: { "import.meta.url": '"file:///gongkai"' },
    external: ["node:*", "fs", "module", "url", "path"],
    // They are in the list of licences.
    legalComments: "none",
    ...(short && { mangleProps: short }),
    logLevel: "error",
    plugins: [...plugins, withoutUnused()],
    metafile: true,
    write: false,
  });
  const licences = licencesOf(metafile, fileURLToPath(root));
  const packed = deflateRawSync(licences, { level: 9 }).toString("base64");
  const licensed = `globalThis.gongkaiLicences="${packed}";\n${outputFiles[0]!.text}`;
  // All modules of the smaller page are strict; said once and not by each, it takes eight kilobytes less.
  const code = short ? `"use strict";${licensed.replaceAll('{"use strict";', "{")}` : licensed;
  return { code, licences };
}

/**
 * The same page for drafts that are neither PDF nor old workbooks, for users for whom every megabyte counts. It reports
 * that it does not read those, and shows a DOCX as it was read. No page has a recognizer, so what prepares scans and
 * pictures for one is left out, too, as are fonts packed by Brotli, which no browser unpacks
 * for a page, and the pixels of pictures under numbers, each of which is a doubt then.
 */
function withoutPdf(): Plugin {
  const none = fileURLToPath(new URL("src/page/without-pdf.ts", root));
  return {
    name: "without-pdf",
    setup({ onResolve }) {
      onResolve(
        {
          filter:
            /(?:pdf|xls|image)\/index\.ts$|(?:font\/woff2|image\/tones)\.ts$|\/orientation\.ts$|(?:reading\/pdfium|image\/draw)\.ts$|\/pdf\.tsx$|word-html\.ts$|features\/(?:images|conditionalFormatting)\.js$|^pdfjs-dist/,
        },
        () => ({
          path: none,
        }),
      );
    },
  };
}

interface Script {
  readonly code: string;
  /** What the policy allows besides the code itself. */
  readonly sources: string;
}

function inline(script: string): Script {
  return { code: inlined(script), sources: "" };
}

/**
 * Loads a script from beside the page. A browser checks no hash of a file opened from disk (Subresource Integrity needs
 * CORS), so the policy trusts the loader and what the loader asks for (CSP 3, 8.2), and nothing else.
 */
function beside(path: string): Script {
  const code = `document.head.append(Object.assign(document.createElement("script"),{src:${JSON.stringify(path)}}))`;
  return { code, sources: " 'strict-dynamic'" };
}

function page({ code, sources }: Script, engine: string | null): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(code)}'${sources} 'wasm-unsafe-eval'`,
    `style-src '${hashOf(style)}'`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>gongkai</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${engine === null ? "" : `<script type="application/octet-stream" id="pdfium">${engine}</script>\n`}<script>${code}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
