import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { layOut, pdfTools, renderPdfs } from "../test/support/factory/index.ts";
import type { PdfEngine } from "../test/support/factory/index.ts";
import { aboutNeighbour, neighbourForms, neighbourReports, neighbourTruth } from "./corpus-neighbours.ts";
import { aboutOf, corpusReports, formsOf, truthOf } from "./corpus-reports.ts";

// `npm run corpus` writes every form, byte for byte as before. With `-- --pdf` it also prints all PDFs anew, whose
// bytes hold the date and differ from run to run; with `--new` it prints only those that are missing. A PDF whose
// engine is not installed stays as it is.

const corpus = new URL("../corpus/", import.meta.url);

for (const report of corpusReports) {
  const truth = truthOf(report);
  write(report.folder, { "about.json": aboutOf(report, truth), ...formsOf(report, truth) });
}
for (const report of neighbourReports) {
  const truth = neighbourTruth(report);
  write(`neighbours/${report.form}`, {
    "about.json": aboutNeighbour(truth),
    ...neighbourForms(truth),
  });
}

if (process.argv.includes("--pdf"))
  for (const engine of ["chromium", "soffice"] as const) await print(engine);

function write(name: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  const folder = new URL(`${name}/`, corpus);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (!old.endsWith(".pdf")) rmSync(new URL(old, folder));
  for (const [file, content] of Object.entries(files)) writeFileSync(new URL(file, folder), content);
}

async function print(engine: PdfEngine): Promise<void> {
  if (pdfTools()[engine] === null)
    return console.error(`${engine} is not installed: its PDFs stay as they are`);
  const annual = corpusReports.flatMap((report) =>
    Object.entries(report.pdfs)
      .filter(([, options]) => options.engine === engine)
      .map(([variant, options]) => ({
        file: new URL(`${report.folder}/report.${variant}.pdf`, corpus),
        job: { blocks: layOut(truthOf(report)), options },
      })),
  );
  const others = neighbourReports
    .filter(({ pdf }) => pdf.engine === engine)
    .map((report) => ({
      file: new URL(`neighbours/${report.form}/report.pdf`, corpus),
      job: { blocks: neighbourTruth(report).blocks, options: report.pdf },
    }));
  const wanted = [...annual, ...others].filter(
    ({ file }) => !process.argv.includes("--new") || !existsSync(file),
  );
  if (wanted.length === 0) return;
  const printed = await renderPdfs(
    engine,
    wanted.map(({ job }) => job),
  );
  wanted.forEach(({ file }, index) => writeFileSync(file, printed[index]!));
}
