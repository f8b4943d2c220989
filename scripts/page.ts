import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build, type Plugin } from "esbuild";

// The page for people without a command line: the core and its view in one file that opens from disk, and needs nothing else.

const root = new URL("../", import.meta.url);
const out = new URL("dist/page/", root);

mkdirSync(out, { recursive: true });
const [whole, small] = await Promise.all([bundle([]), bundle([withoutPdf()])]);
writeFileSync(new URL("gongkai.html", out), page(whole, pdfium()));
writeFileSync(new URL("gongkai-without-pdf.html", out), page(small, null));

async function bundle(plugins: Plugin[]): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: ["src/page/main.tsx"],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    // A file has no module beside it; PDFium's bytes are handed in.
    define: { "import.meta.url": '"file:///gongkai"' },
    external: ["node:*", "fs", "module", "url", "path"],
    legalComments: "none",
    logLevel: "error",
    plugins,
    write: false,
  });
  return outputFiles[0]!.text;
}

/**
 * The same page for drafts that are neither PDF nor old workbooks, for whom every megabyte counts: it says of those that it
 * does not read them.
 */
function withoutPdf(): Plugin {
  const none = fileURLToPath(new URL("src/page/without-pdf.ts", root));
  return {
    name: "without-pdf",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /pdf\/index\.ts$|pdfium-draw\.ts$|^pdfjs-dist/ }, () => ({ path: none }));
      // The workbooks' library is optional everywhere: where it will not load, the adapter says so.
      onResolve({ filter: /^@e965\/xlsx$/ }, () => ({ path: "absent", namespace: "absent" }));
      onLoad({ filter: /.*/, namespace: "absent" }, () => ({
        contents: 'throw new Error("not in this page")',
      }));
    },
  };
}

function pdfium(): string {
  const path = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
  return deflateRawSync(readFileSync(path), { level: 6 }).toString("base64");
}

function page(script: string, engine: string | null): string {
  const style = readFileSync(new URL("src/page/style.css", root), "utf8");
  const code = script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(code)}' 'wasm-unsafe-eval'`,
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
