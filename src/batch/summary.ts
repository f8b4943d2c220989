import type { Language } from "../findings/index.ts";
import type { Tally } from "./coverage.ts";
import { words } from "./words.ts";

const shownIssuers = 200;
const shownRules = 30;

/** The summary as one HTML page that needs nothing else; the same for the same tally. */
export function summaryPage(
  tally: Tally,
  leftOut: { readonly count: number; readonly names: readonly string[] },
  language: Language,
): string {
  const says = words[language];
  const most = Math.max(1, ...tally.statuses.map(([, count]) => count));
  const outcomes = tally.statuses.map(
    ([status, count]) =>
      `<tr><th><code>${status}</code></th><td>${count}</td><td><i class="bar ${status.startsWith("converted") ? "good" : "bad"}" style="width:${((12 * count) / most).toFixed(2)}em"></i>${says.status[status]}</td></tr>`,
  );
  const rules = tally.rules
    .slice(0, shownRules)
    .map(
      ({ rule, severity, documents, example }) =>
        `<tr><th><code>${escaped(rule)}</code></th><td>${severity}</td><td>${documents}</td><td>${escaped(example)}</td></tr>`,
    );
  return htmlPage(language, says.title, [
    `<p>${says.counts(tally.inputs, tally.contents, tally.records)}</p>`,
    `<h2>${says.outcomes}</h2><table>${outcomes.join("\n")}</table>`,
    tally.retryable > 0 ? `<p>${says.retryable(tally.retryable)}</p>` : "",
    leftOut.count > 0
      ? `<h2>${says.leftOut(leftOut.count)}</h2><ul>${leftOut.names.map((name) => `<li>${escaped(name)}</li>`).join("")}${leftOut.count > leftOut.names.length ? "<li>…</li>" : ""}</ul>`
      : "",
    `<h2>${says.coverage}</h2>${heatMap(tally, language)}`,
    rules.length > 0
      ? `<h2>${says.findings}</h2><table><tr><th>${says.rule}</th><th></th><th>${says.documents}</th><th>${says.example}</th></tr>${rules.join("\n")}</table>`
      : "",
    `<p>${says.timings.replace("timings.html", '<a href="timings.html">timings.html</a>')}</p>`,
  ]);
}

function heatMap({ issuers }: Tally, language: Language): string {
  const says = words[language];
  const shown = issuers.slice(0, shownIssuers);
  const years = [...new Set(shown.flatMap((it) => [...it.years.keys()]))].sort(
    (a, b) => (a ?? 1e9) - (b ?? 1e9),
  );
  const head = years.map((year) => `<th>${year ?? says.unknownYear}</th>`).join("");
  const rows = shown.map(({ issuer, years: own }) => {
    const cells = years.map((year) => {
      const count = own.get(year);
      return count === undefined
        ? "<td></td>"
        : `<td class="heat" style="--n:${Math.min(5, count)}">${count}</td>`;
    });
    return `<tr><th>${escaped(issuer ?? says.unknownIssuer)}</th>${cells.join("")}</tr>`;
  });
  return `<p>${says.coverageNote(shown.length, issuers.length)}</p><table><tr><th>${says.issuer}</th>${head}</tr>${rows.join("\n")}</table>`;
}

export function htmlPage(language: Language, title: string, parts: readonly string[]): string {
  return [
    `<!doctype html>`,
    `<html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width"><title>${title}</title>`,
    `<style>${style}</style></head><body><h1>${title}</h1>`,
    ...parts.filter((part) => part !== ""),
    `</body></html>\n`,
  ].join("\n");
}

const style = `body{font:15px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}
table{border-collapse:collapse}th{text-align:left;font-weight:normal}td,th{padding:.15em .6em;border-bottom:1px solid #ddd;vertical-align:top}
td{font-variant-numeric:tabular-nums}.bar{display:inline-block;height:.8em;margin-right:.6em}.good{background:#2a7}.bad{background:#c63}
.heat{text-align:center;background:hsl(150 50% calc(95% - 9% * var(--n)))}`;

export function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
