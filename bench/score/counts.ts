import type { DocumentScore } from "./score.ts";

/** Sums over documents. `missing` cells hold a number in the report and none in the record. */
export interface Counts {
  documents: number;
  cells: number;
  right: number;
  /** Cells that are right, but named by a warning or an error. */
  rightFlagged: number;
  wrongFlagged: number;
  wrongSilent: number;
  missingFlagged: number;
  missingSilent: number;
  layouts: number;
  layoutsRight: number;
  fields: number;
  fieldsRight: number;
  sections: number;
  sectionsRight: number;
  planted: number;
  plantedFound: number;
  falseAlarms: number;
  cpuMilliseconds: number;
}

export function emptyCounts(): Counts {
  return {
    documents: 0,
    cells: 0,
    right: 0,
    rightFlagged: 0,
    wrongFlagged: 0,
    wrongSilent: 0,
    missingFlagged: 0,
    missingSilent: 0,
    layouts: 0,
    layoutsRight: 0,
    fields: 0,
    fieldsRight: 0,
    sections: 0,
    sectionsRight: 0,
    planted: 0,
    plantedFound: 0,
    falseAlarms: 0,
    cpuMilliseconds: 0,
  };
}

export function addDocument(counts: Counts, score: DocumentScore, cpuMilliseconds: number): void {
  counts.documents += 1;
  counts.cpuMilliseconds += cpuMilliseconds;
  counts.cells += score.cells.length;
  for (const { verdict, flagged } of score.cells) {
    if (verdict === "right") {
      counts.right += 1;
      if (flagged) counts.rightFlagged += 1;
    } else if (verdict === "wrong-flagged") counts.wrongFlagged += 1;
    else if (verdict === "wrong-silent") counts.wrongSilent += 1;
    else if (verdict === "missing-flagged") counts.missingFlagged += 1;
    else counts.missingSilent += 1;
  }
  for (const part of ["layouts", "fields", "sections"] as const) {
    counts[part] += score[part].length;
    counts[`${part}Right`] += score[part].filter(({ right }) => right).length;
  }
  counts.planted += score.planted.length;
  counts.plantedFound += score.planted.filter(({ found }) => found).length;
  counts.falseAlarms += score.falseAlarms.length;
}

export function sum(all: readonly Counts[]): Counts {
  const total = emptyCounts();
  for (const counts of all)
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
  return total;
}

/** Cells whose number is not the report's and which no finding names. */
export function silent({ wrongSilent, missingSilent }: Counts): number {
  return wrongSilent + missingSilent;
}
