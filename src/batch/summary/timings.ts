import { join } from "node:path";
import { csvField } from "../../writers/tables/csv-field.ts";
import type { Language } from "../../findings/index.ts";
import { compare } from "../store/buckets.ts";
import { fileSink } from "../outputs/file-sink.ts";
import type { WrittenFile } from "../outputs/file-sink.ts";
import { escaped, htmlPage } from "./summary.ts";
import { batchWords } from "./words.ts";

/**
 * How long each content took: `timings.csv`, and the slowest on a page. They are kept apart from all other outputs,
 * because nothing else differs between two runs.
 */
export interface Timings {
  readonly add: (name: string, sha256: string, milliseconds: number) => void;
  readonly finish: () => readonly WrittenFile[];
}

const shown = 50;

export function timings(out: string, language: Language): Timings {
  const file = fileSink(join(out, "timings.csv"));
  file.write("name,sha256,milliseconds\r\n");
  let slowest: { readonly name: string; readonly milliseconds: number }[] = [];
  const cut = (): void => {
    slowest = slowest
      .sort((a, b) => b.milliseconds - a.milliseconds || compare(a.name, b.name))
      .slice(0, shown);
  };
  return {
    add(name, sha256, milliseconds) {
      file.write([name, sha256, milliseconds].map(csvField).join(",") + "\r\n");
      slowest.push({ name, milliseconds });
      if (slowest.length > 20 * shown) cut();
    },
    finish() {
      cut();
      const says = batchWords[language];
      const rows = slowest.map(
        ({ name, milliseconds }) => `<tr><td>${milliseconds}</td><th>${escaped(name)}</th></tr>`,
      );
      const page = fileSink(join(out, "timings.html"));
      page.write(
        htmlPage(language, says.slowest, [
          `<table><tr><th>${says.milliseconds}</th><th></th></tr>${rows.join("\n")}</table>`,
        ]),
      );
      return [file.finish(), page.finish()];
    },
  };
}
