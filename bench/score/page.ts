import type { Board } from "./board.ts";
import { silent } from "./counts.ts";
import { columns, summary, yearColumns, yearsPass } from "./print.ts";
import type { YearBoard } from "./years.ts";

/** The board as one page that needs nothing outside itself. */
export function boardPage(board: Board, years?: YearBoard): string {
  const lines = summary(board).map(([name, counts]) => {
    const cells = columns.map(([, value]) => `<td>${escape(value(counts))}</td>`);
    return `<tr class="${silent(counts) > 0 ? "bad" : ""}"><th>${escape(name)}</th>${cells.join("")}</tr>`;
  });
  const failures = board.failures.map(
    ({ name, silent: quiet, documents, cells, examples }) =>
      `<details class="${quiet ? "bad" : ""}"><summary>${escape(name)} — ${cells} in ${documents} documents</summary>` +
      `<pre>${escape(examples.map((example) => JSON.stringify(example, null, 1)).join("\n"))}</pre></details>`,
  );
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>gongkai scoreboard</title>
<style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 2em }
table { border-collapse: collapse } thead th { vertical-align: bottom; position: sticky; top: 0; background: #fff }
th, td { padding: .2em .6em; text-align: right; border-bottom: 1px solid #ddd } tbody th { text-align: left; font-weight: normal }
.bad { background: #fdd } details { margin: .3em 0 } pre { background: #f6f6f6; padding: .6em; overflow: auto }
</style></head><body>
<h1>Scoreboard</h1>
<p>Red lines hold a number that is not the report's with nothing that says so.</p>
<table><thead><tr><th></th>${columns.map(([heading]) => `<th>${escape(heading)}</th>`).join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody></table>
${years ? acrossYears(years) : ""}
<h2>What failed</h2>
${failures.join("\n")}
</body></html>
`;
}

function acrossYears(years: YearBoard): string {
  const lines = years.lines.map((line) => {
    const cells = yearColumns.map(([, value]) => `<td>${escape(value(line))}</td>`);
    return `<tr class="${yearsPass({ lines: [line], failures: [] }) ? "" : "bad"}"><th>${escape(line.name)}</th>${cells.join("")}</tr>`;
  });
  return `<h2>Across years</h2>
<p>Archives of one office, unbroken or with one rule broken. Red lines miss a break or raise a false alarm.</p>
<table><thead><tr><th></th>${yearColumns.map(([heading]) => `<th>${escape(heading)}</th>`).join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody></table>
<pre>${escape(years.failures.join("\n"))}</pre>`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
