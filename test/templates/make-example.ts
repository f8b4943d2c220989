/** Writes the documents of the worked example (`npx tsx test/templates/make-example.ts`); the PDF where Chromium is at hand. */
import { writeFileSync } from "node:fs";
import { pdfTools, renderPdfs } from "../support/factory/index.ts";
import { example, exampleDocuments, exampleFile } from "./example.ts";
import { venue, venueDocuments, venueFile } from "./venue-example.ts";

for (const [name, bytes] of Object.entries(exampleDocuments())) writeFileSync(exampleFile(name), bytes);
for (const [name, bytes] of Object.entries(venueDocuments())) writeFileSync(venueFile(name), bytes);
if (pdfTools().chromium !== null) {
  const pdfs = await renderPdfs("chromium", [{ blocks: example }, { blocks: venue }]);
  writeFileSync(exampleFile("report.pdf"), pdfs[0]!);
  writeFileSync(venueFile("report.pdf"), pdfs[1]!);
}
