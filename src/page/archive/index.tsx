import { useMemo, useState } from "preact/hooks";
import { batchWords } from "../../batch/summary/words.ts";
import type { Language } from "../../findings/index.ts";
import { askedIn, choices, hashOf, matching, UNKNOWN, type AskedFor } from "./filter.ts";
import type { ReviewedArchive, ArchiveRow } from "../../review/index.ts";
import { Licences } from "../licences.tsx";
import { archiveWords, type ArchiveWords } from "./words.ts";

interface Props {
  readonly rows: readonly ArchiveRow[];
  readonly rules: ReviewedArchive["rules"];
  readonly language: Language;
}

/** How many rows are drawn at first; the rest are drawn when asked for. */
const AT_ONCE = 200;

/** The documents of an archive, one a row, with links to their pages. */
export function ArchiveIndex({ rows, rules, language }: Props) {
  const words = archiveWords[language];
  const statuses: Readonly<Record<string, string>> = batchWords[language].status;
  const [asked, setAsked] = useState<AskedFor>(askedIn(location.hash));
  const [most, setMost] = useState(AT_ONCE);
  const found = useMemo(() => matching(rows, asked), [rows, asked]);
  const there = useMemo(() => choices(rows), [rows]);
  const about = useMemo(() => new Map(rules.map((rule) => [rule.id, rule[language]])), [rules, language]);
  const ask = (change: Partial<AskedFor>): void => {
    const next = { ...asked, ...change };
    setAsked(next);
    setMost(AT_ONCE);
    history.replaceState(null, "", `#${hashOf(next)}`);
  };
  const choice = (key: "year" | "rule" | "status", options: readonly (readonly [string, string])[]) => (
    <label>
      {words[key]}
      <select name={key} value={asked[key]} onChange={(event) => ask({ [key]: event.currentTarget.value })}>
        <option value="">{words.all}</option>
        {options.map(([value, text]) => (
          <option value={value}>{text}</option>
        ))}
      </select>
    </label>
  );
  const shown = found.slice(0, most);
  return (
    <div class="archive">
      <header>
        <h1>{words.title}</h1>
        <form role="search" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
          <label>
            {words.issuer}
            <input
              type="search"
              name="issuer"
              value={asked.issuer}
              onInput={(event) => ask({ issuer: event.currentTarget.value })}
            />
          </label>
          {choice(
            "year",
            there.years.map(([year, count]) => [
              year,
              `${year === UNKNOWN ? words.unknownYear : year} (${count})`,
            ]),
          )}
          {choice(
            "status",
            there.statuses.map(([status, count]) => [status, `${statuses[status] ?? status} (${count})`]),
          )}
          {choice(
            "rule",
            there.rules.map(([rule, count]) => [rule, `${about.get(rule) ?? rule} (${count})`]),
          )}
        </form>
        <p role="status">{words.shown(shown.length, found.length, rows.length)}</p>
      </header>
      <main class="scroll">
        <table>
          <thead>
            <tr>
              {[words.report, words.year, words.status, words.errors, words.warnings, words.file].map(
                (name) => (
                  <th scope="col">{name}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row row={row} status={statuses[row.status] ?? row.status} words={words} />
            ))}
          </tbody>
        </table>
        {shown.length < found.length && (
          <button type="button" onClick={() => setMost(most + AT_ONCE)}>
            {words.more}
          </button>
        )}
      </main>
      <Licences label={words.licences} />
    </div>
  );
}

function Row({ row, status, words }: { row: ArchiveRow; status: string; words: ArchiveWords }) {
  const { page, name, title, issuer, year, errors, warnings, originalGone } = row;
  const shown = issuer ?? title ?? words.unknownIssuer;
  return (
    <tr>
      <th scope="row">{page === null ? shown : <a href={page}>{shown}</a>}</th>
      <td>{year ?? "–"}</td>
      <td>{status}</td>
      <td class={errors > 0 ? "has-error" : ""}>{errors > 0 ? `✖ ${errors}` : "0"}</td>
      <td class={warnings > 0 ? "has-warning" : ""}>{warnings > 0 ? `▲ ${warnings}` : "0"}</td>
      <td class="quiet">
        {name}
        {originalGone && <strong> ({words.gone})</strong>}
      </td>
    </tr>
  );
}
