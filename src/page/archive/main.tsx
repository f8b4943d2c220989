import { render } from "preact";
import { browserLanguage } from "../wording/language.ts";
import { ArchiveIndex } from "./index.tsx";
import { unpackRow, type ReviewedArchive } from "../../review/index.ts";
import { archiveWords } from "./words.ts";

const language = browserLanguage();
const { rules, rows } = JSON.parse(document.getElementById("archive")?.textContent ?? "") as ReviewedArchive;
document.documentElement.lang = language;
document.title = archiveWords[language].title;
render(
  <ArchiveIndex rows={rows.map((row) => unpackRow(row, rules))} rules={rules} language={language} />,
  document.body,
);
