import type { Language } from "../../findings/index.ts";
import type { DivisionCoverage } from "./by-division.ts";
import type { Tally } from "./coverage.ts";
import type { Packing, Settings } from "../store/settings.ts";
import { descriptionName } from "../outputs/names.ts";
import { packedEndings } from "../outputs/packing.ts";
import { batchWords } from "./words.ts";
import type { BatchWords } from "./words.ts";

const shownIssuers = 200;
const shownRules = 30;

/** The summary as one HTML page that needs no other file; the same tally and settings give the same page. */
export function summaryPage(
  tally: Tally,
  leftOut: { readonly count: number; readonly names: readonly string[] },
  { language, formats, packing = null }: Pick<Settings, "language" | "formats" | "packing">,
): string {
  const says = batchWords[language];
  const most = Math.max(1, ...tally.statuses.map(([, count]) => count));
  const outcomes = tally.statuses.map(
    ([status, count]) =>
      `<tr><th><code>${status}</code></th><td>${count}</td><td><i class="bar ${status.startsWith("converted") ? "good" : "bad"}" style="width:${((12 * count) / most).toFixed(2)}em"></i>${says.status[status]}</td></tr>`,
  );
  return htmlPage(language, says.title, [
    `<p>${says.counts(tally.inputs, tally.contents, tally.records)}</p>`,
    `<p>${says.files}${links(tally, formats, packing)}</p>`,
    `<h2>${says.outcomes}</h2><table class="stacked">${outcomes.join("\n")}</table>`,
    tally.retryable > 0 ? `<p>${says.retryable(tally.retryable)}</p>` : "",
    unusable(tally, says),
    leftOut.count > 0
      ? `<h2>${says.leftOut(leftOut.count)}</h2><ul>${leftOut.names.map((name) => `<li>${escaped(name)}</li>`).join("")}${leftOut.count > leftOut.names.length ? "<li>…</li>" : ""}</ul>`
      : "",
    divisions(tally, says),
    `<h2>${says.coverage}</h2>${heatMap(tally, language)}`,
    rules(tally, says),
    `<p>${says.timings.replace("timings.html", '<a href="timings.html">timings.html</a>')}</p>`,
  ]);
}

/** Links to the files beside the page. */
function links({ issuers }: Tally, formats: Settings["formats"], packing: Packing | null): string {
  const packed = packing === null ? "" : packedEndings[packing];
  const names = [
    "ledger.csv",
    ...(formats.includes("csv") ? ["reports", "cells", "findings"].map((it) => `${it}.csv${packed}`) : []),
    descriptionName,
  ];
  const years = [...new Set(issuers.flatMap((it) => [...it.years.keys()]))].sort(
    (a, b) => (a ?? 0) - (b ?? 0),
  );
  const folders = formats.includes("xlsx") ? years.map((year) => `xlsx/${year ?? "0000"}/`) : [];
  return [...names, ...folders].map((name) => `<a href="${name}">${name}</a>`).join(" · ");
}

/** The inputs that gave no record, by name. */
function unusable({ unusable: named, statuses }: Tally, says: BatchWords): string {
  if (named.length === 0) return "";
  const all = statuses.reduce(
    (sum, [status, count]) => sum + (status.startsWith("converted") ? 0 : count),
    0,
  );
  const rows = named.map(
    ({ name, status, detail }) =>
      `<tr><th>${escaped(name)}</th><td><code>${status}</code></td><td>${escaped(detail)}</td></tr>`,
  );
  const others = all > named.length ? `<p>${says.moreUnusable(all - named.length)}</p>` : "";
  return `<h2>${says.unusable(all)}</h2><table class="stacked">${rows.join("\n")}</table>${others}`;
}

/** The provinces, each of which can be opened to see its prefectures. */
function divisions({ divisions: { provinces, undecided } }: Tally, says: BatchWords): string {
  if (provinces.length === 0) return "";
  const line = ({ name, reports, levels }: DivisionCoverage): string =>
    `<b>${escaped(name)}</b> ${says.reports(reports)} ${levels
      .filter(({ all }) => all > 0)
      .map(({ level, covered, all }) => `<span>${says.level[level]} ${covered}/${all}</span>`)
      .join(" ")}`;
  const trees = provinces.map((province) =>
    province.within.length === 0
      ? `<p class="leaf">${line(province)}</p>`
      : `<details><summary>${line(province)}</summary><ul>${province.within.map((it) => `<li>${line(it)}</li>`).join("")}</ul></details>`,
  );
  const rest = undecided > 0 ? `<p>${says.undecided(undecided)}</p>` : "";
  return `<h2>${says.divisions}</h2><p>${says.divisionsNote}</p>${trees.join("\n")}${rest}`;
}

function rules({ rules: all }: Tally, says: BatchWords): string {
  if (all.length === 0) return "";
  const rows = all
    .slice(0, shownRules)
    .map(
      ({ rule, severity, documents, example }) =>
        `<tr><th><code>${escaped(rule)}</code></th><td>${severity}</td><td>${documents}</td><td>${escaped(example)}</td></tr>`,
    );
  return `<h2>${says.findings}</h2><table class="stacked"><tr><th>${says.rule}</th><th></th><th>${says.documents}</th><th>${says.example}</th></tr>${rows.join("\n")}</table>`;
}

function heatMap({ issuers }: Tally, language: Language): string {
  const says = batchWords[language];
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
        : `<td class="heat" data-year="${year ?? says.unknownYear}" style="--n:${Math.min(5, count)}">${count}</td>`;
    });
    return `<tr><th>${escaped(issuer ?? says.unknownIssuer)}</th>${cells.join("")}</tr>`;
  });
  return `<p>${says.coverageNote(shown.length, issuers.length)}</p><table class="years"><tr><th>${says.issuer}</th>${head}</tr>${rows.join("\n")}</table>`;
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

/** On a phone, tables become lists, so that nothing is wider than the screen. */
const style = `body{font:15px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em;overflow-wrap:anywhere}
table{border-collapse:collapse}th{text-align:left;font-weight:normal}td,th{padding:.15em .6em;border-bottom:1px solid #ddd;vertical-align:top}
td{font-variant-numeric:tabular-nums}.bar{display:inline-block;height:.8em;margin-right:.6em;max-width:100%}.good{background:#2a7}.bad{background:#c63}
.heat{text-align:center;background:hsl(150 50% calc(95% - 9% * var(--n)))}details>ul,.leaf{margin:0 0 0 1.1em}summary span,li span,.leaf span{white-space:nowrap;margin-left:.8em}
@media(max-width:40em){.stacked tr,.years tr{display:block;padding:.4em 0;border-bottom:1px solid #ddd}
.stacked :is(td,th),.years :is(td,th){display:block;border:0;padding:0}.stacked tr:not(:has(td)),.years tr:not(:has(td)),td:empty{display:none!important}
.years .heat{display:inline-block;padding:0 .4em;margin:0 .3em .2em 0}.heat::before{content:attr(data-year) ": "}}`;

export function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
