import type { Source } from "../../src/model/index.ts";
import { layOut, renderPdfs, undecidable } from "../../test/support/factory/index.ts";
import { expectedOf } from "./expected.ts";
import type { Expected } from "./expected.ts";
import { families, profiles } from "./families.ts";
import type { Drawing } from "./families.ts";
import { kinds } from "./kinds.ts";
import type { Kind } from "./kinds.ts";

/** One document, what it says, and how to make it again. */
export interface ScoredDocument {
  /** The rendering or corpus, such as `docx-wps`. */
  readonly group: string;
  readonly format: string;
  /** The form of the report, such as `2021` or `fujian`. */
  readonly form: string;
  /** `clean` documents have plain digits and labels and keep their cells, so that nothing about them is ambiguous. */
  readonly clean: boolean;
  /** The kind of report: `plain`, `varied` … */
  readonly profile: string;
  readonly source: Source;
  readonly expected: Expected;
  readonly seed?: number;
  readonly options?: Drawing["options"];
}

export interface Choice {
  readonly count: number;
  /** How many documents of the same drawing to skip, because an earlier slice of it drew them. */
  readonly skip?: number;
  /** Seed of the first document. */
  readonly from: number;
  /** Only groups or formats whose names begin with this. */
  readonly only?: string;
  /** Only this profile. */
  readonly profile?: string;
  /** Only forms whose names begin with this; `2019` stands for 2019 and 2021, `older` for all before. */
  readonly form?: string;
  /** False leaves out the kinds that need a program that prints. */
  readonly pdf?: boolean;
}

/**
 * `count` documents, drawn and rendered when they are asked for: every rendering in turn, first with a plain report of
 * 2019 or later, then with a plain one of an older form, then with varied ones, and so on through the profiles.
 */
export async function* factoryDocuments({
  count,
  skip = 0,
  from,
  only = "",
  profile,
  form,
  pdf = true,
}: Choice): AsyncGenerator<ScoredDocument> {
  const chosen = kinds(pdf).filter(({ id, format }) => id.startsWith(only) || format.startsWith(only));
  const named = profiles.filter((name) => profile === undefined || name === profile);
  const drawn = families(form);
  if ([chosen, named, drawn].some(({ length }) => length === 0)) return;
  const waiting: Drawn[] = [];
  for (let index = skip; index < skip + count; index += 1) {
    const [round, at] = [Math.floor(index / chosen.length), index % chosen.length];
    const family = drawn[round % drawn.length]!;
    const turn = Math.floor(round / drawn.length);
    const name = named[turn % named.length]!;
    // Neighbours in a round differ in form, and in time each rendering meets every form.
    const drawing = family(from + index, name, Math.floor(turn / named.length) + (turn % named.length) + at);
    const one: Drawn = { ...drawing, kind: chosen[at]!, profile: name };
    if (undecidable[one.hazard ?? ""]?.includes(one.kind.id)) continue;
    if (one.kind.render) yield finish(one, one.kind.render(one.truth));
    else if (waiting.push(one) === batch) yield* print(waiting.splice(0));
  }
  yield* print(waiting);
}

/** How many PDFs one run of a printing program makes: starting the program takes a second. */
const batch = 60;

interface Drawn extends Drawing {
  readonly kind: Kind;
  readonly profile: string;
}

function finish({ kind, form, profile, options, truth, hazard }: Drawn, bytes: Uint8Array): ScoredDocument {
  return {
    group: kind.id,
    format: kind.format,
    form,
    clean: kind.keeps !== "text" && (profile === "plain" || profile === "unique"),
    profile: hazard === undefined ? profile : `hazard ${hazard}`,
    source: { name: `${kind.id}-${truth.seed}.${kind.format}`, bytes },
    expected: expectedOf(truth, kind.head, options.fill !== "unique" && hazard === undefined),
    seed: truth.seed,
    options,
  };
}

async function* print(waiting: readonly Drawn[]): AsyncGenerator<ScoredDocument> {
  for (const engine of ["chromium", "soffice"] as const) {
    const some = waiting.filter(({ kind }) => kind.pdf?.engine === engine);
    if (some.length === 0) continue;
    const jobs = some.map(({ kind, truth }) => ({ blocks: layOut(truth), options: kind.pdf!.options }));
    // A browser that is slow to exit may hold its profile past the end; a night's run must not stop because of it.
    const files = await renderPdfs(engine, jobs).catch(() => renderPdfs(engine, jobs));
    for (const [index, bytes] of files.entries()) yield finish(some[index]!, bytes);
  }
}
