import { render } from "preact";
import type { Language } from "../findings/index.ts";
import type { Conversion, Template } from "../model/index.ts";
import { App, opened } from "./app.tsx";
import { bytesOf } from "./pdfium.ts";
import { words } from "./words.ts";

/** What `gongkai review` puts into the page. */
interface Data {
  readonly original: string;
  readonly conversion: Conversion;
  readonly templates: readonly Template[];
}

async function start(): Promise<void> {
  const language: Language = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
  document.documentElement.lang = language;
  document.title = words[language].title;
  const text = document.getElementById("document")?.textContent ?? "";
  const data = text === "" ? null : (JSON.parse(text) as Data);
  const first = data
    ? await opened({ ...data, name: data.conversion.source.name, bytes: bytesOf(data.original) }, language)
    : null;
  render(<App language={language} first={first} />, document.body);
}

void start();
