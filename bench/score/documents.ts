import type { Source } from "../../src/model/index.ts";
import {
  drawReport,
  layOut,
  pdfTools,
  plain,
  plantableClaims,
  plantableRules,
  renderings,
  renderPdfs,
} from "../../test/support/factory/index.ts";
import type { DrawOptions, PdfEngine, PdfOptions, ReportTruth } from "../../test/support/factory/index.ts";
import { expectedOf } from "./expected.ts";
import type { Expected, PrintedHead } from "./expected.ts";

/** One document, what it says, and how to make it again. */
export interface ScoredDocument {
  /** Rendering or corpus, such as `docx-wps`. */
  readonly group: string;
  readonly format: string;
  /** `clean` documents have plain digits and labels and keep their cells: nothing about them is ambiguous. */
  readonly clean: boolean;
  /** Kind of report: `plain`, `varied` … */
  readonly profile: string;
  readonly source: Source;
  readonly expected: Expected;
  readonly seed?: number;
  readonly options?: DrawOptions;
}

/** Kinds of report, from nothing but plain figures to everything the factory can draw. */
const profiles: readonly (readonly [name: string, options: (round: number) => DrawOptions])[] = [
  ["plain", () => plain],
  ["varied", () => ({})],
  ["unique", () => ({ ...plain, fill: "unique" })],
  ["planted", plantedOptions],
];

function plantedOptions(round: number): DrawOptions {
  const plants = [...plantableRules, ...plantableClaims, "slip" as const];
  const plant = plants[round % plants.length]!;
  return { plant: [plant], ...(plant.startsWith("f3-") && { layouts: { proactiveDisclosure: "2019" } }) };
}

interface Kind {
  readonly id: string;
  readonly format: string;
  readonly keeps: "spans" | "cells" | "text";
  readonly head: PrintedHead;
  /** Null for a PDF: those are printed many at a time. */
  readonly render: ((truth: ReportTruth) => Uint8Array) | null;
  readonly pdf?: { readonly engine: PdfEngine; readonly options: PdfOptions };
}

const heads: Readonly<Record<string, PrintedHead>> = {
  "html-portal": { publicationDate: true, indexNumber: true },
  "html-portal-gbk": { publicationDate: true, indexNumber: true },
  "fused-crawler": { publicationDate: true },
};

const printed = (id: string, engine: PdfEngine, keeps: Kind["keeps"], options: PdfOptions = {}): Kind => ({
  id,
  format: "pdf",
  keeps,
  head: {},
  render: null,
  pdf: { engine, options },
});

/** Every rendering of the factory, and PDFs where a program that prints them is installed. */
function kinds(pdf: boolean): Kind[] {
  const tools = pdf ? pdfTools() : { chromium: null, soffice: null };
  return [
    ...renderings.map(({ id, extension: format, keeps, render }) => ({
      id,
      format,
      keeps,
      render,
      head: heads[id] ?? {},
    })),
    ...(tools.chromium === null
      ? []
      : [
          printed("pdf-chromium", "chromium", "cells"),
          printed("pdf-chromium-landscape", "chromium", "cells", { landscape: true }),
          printed("pdf-chromium-small", "chromium", "cells", { fontSize: 7.5 }),
          printed("pdf-chromium-borderless", "chromium", "text", { borders: false }),
        ]),
    ...(tools.soffice === null ? [] : [printed("pdf-soffice", "soffice", "cells")]),
  ];
}

export interface Choice {
  readonly count: number;
  /** Seed of the first document. */
  readonly from: number;
  /** Only groups or formats whose names begin so. */
  readonly only?: string;
  /** Only this profile. */
  readonly profile?: string;
  /** False leaves out what needs a program that prints. */
  readonly pdf?: boolean;
}

/** `count` documents, every kind in turn with every profile in turn, drawn and rendered as they are asked for. */
export async function* factoryDocuments({
  count,
  from,
  only = "",
  profile,
  pdf = true,
}: Choice): AsyncGenerator<ScoredDocument> {
  const chosen = kinds(pdf).filter(({ id, format }) => id.startsWith(only) || format.startsWith(only));
  const drawnFrom = profiles.filter(([name]) => profile === undefined || name === profile);
  const waiting: Drawn[] = [];
  for (let index = 0; index < count; index += 1) {
    const round = Math.floor(index / chosen.length);
    const [name, options] = drawnFrom[round % drawnFrom.length]!;
    const drawn = draw(
      chosen[index % chosen.length]!,
      name,
      from + index,
      options(Math.floor(round / drawnFrom.length)),
    );
    if (drawn.kind.render) yield finish(drawn, drawn.kind.render(drawn.truth));
    else if (waiting.push(drawn) === batch) yield* print(waiting.splice(0));
  }
  yield* print(waiting);
}

/** PDFs a run of a printing program: starting one takes a second. */
const batch = 60;

interface Drawn {
  readonly kind: Kind;
  readonly profile: string;
  readonly seed: number;
  readonly options: DrawOptions;
  readonly truth: ReportTruth;
}

function draw(kind: Kind, profile: string, seed: number, options: DrawOptions): Drawn {
  return { kind, profile, seed, options, truth: drawReport(seed, options) };
}

function finish({ kind, profile, seed, options, truth }: Drawn, bytes: Uint8Array): ScoredDocument {
  return {
    group: kind.id,
    format: kind.format,
    clean: kind.keeps !== "text" && (profile === "plain" || profile === "unique"),
    profile,
    source: { name: `${kind.id}-${seed}.${kind.format}`, bytes },
    expected: expectedOf(truth, kind.head, options.fill !== "unique"),
    seed,
    options,
  };
}

async function* print(waiting: readonly Drawn[]): AsyncGenerator<ScoredDocument> {
  for (const engine of ["chromium", "soffice"] as const) {
    const some = waiting.filter(({ kind }) => kind.pdf?.engine === engine);
    if (some.length === 0) continue;
    const jobs = some.map(({ kind, truth }) => ({ blocks: layOut(truth), options: kind.pdf!.options }));
    // A browser slow to go can hold its profile past the end: a night's run must not end with it.
    const files = await renderPdfs(engine, jobs).catch(() => renderPdfs(engine, jobs));
    for (const [index, bytes] of files.entries()) yield finish(some[index]!, bytes);
  }
}
