import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { layOut, pdfTools, renderPdfs } from "../test/support/factory/index.ts";
import type { PdfEngine } from "../test/support/factory/index.ts";
import { aboutOf, corpusReports, formsOf, truthOf } from "./corpus-reports.ts";

// `npm run corpus` writes every form byte for byte as before; with `-- --pdf` it prints the PDFs anew as well, whose
// bytes hold the date and differ from run to run. A PDF whose engine is not installed stays as it is.

const corpus = new URL("../corpus/", import.meta.url);

for (const report of corpusReports) {
  const folder = new URL(`${report.folder}/`, corpus);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!name.endsWith(".pdf")) rmSync(new URL(name, folder));
  const truth = truthOf(report);
  writeFileSync(new URL("about.json", folder), aboutOf(report, truth));
  for (const [name, bytes] of Object.entries(formsOf(report, truth)))
    writeFileSync(new URL(name, folder), bytes);
}

if (process.argv.includes("--pdf"))
  for (const engine of ["chromium", "soffice"] as const) await print(engine);

async function print(engine: PdfEngine): Promise<void> {
  if (pdfTools()[engine] === null)
    return console.error(`${engine} is not installed: its PDFs stay as they are`);
  const wanted = corpusReports.flatMap((report) =>
    Object.entries(report.pdfs)
      .filter(([, options]) => options.engine === engine)
      .map(([variant, options]) => ({
        file: new URL(`${report.folder}/report.${variant}.pdf`, corpus),
        job: { blocks: layOut(truthOf(report)), options },
      })),
  );
  const printed = await renderPdfs(
    engine,
    wanted.map(({ job }) => job),
  );
  wanted.forEach(({ file }, index) => writeFileSync(file, printed[index]!));
}
