import type { FactTemplate, TableTemplate } from "../model/index.ts";
import { ruleComplaints } from "./load-rules.ts";
import type { Complaint } from "./load-words.ts";

const NUMBER = "{number}";
/** Fewer characters around a figure stand around others, too. */
const LEAST_WORDS = 2;

/** What is wrong with a figure of the text: its cells do not exist, or its words do not say where the figure stands. */
export function factComplaints(
  { id, severity, table, cells, phrases = [], or }: FactTemplate,
  tables: readonly TableTemplate[],
  steps: readonly PropertyKey[],
): Complaint[] {
  const ofSum = (sum: string, where: readonly PropertyKey[]) =>
    ruleComplaints({ id, severity, table, each: "once", expression: `${sum} == 0` }, tables, steps, {}).map(
      (complaint) =>
        complaint.steps.at(-1) === "expression" ? { ...complaint, steps: [...steps, ...where] } : complaint,
    );
  const own = ofSum(cells, ["cells"]);
  return [
    ...own,
    // What is wrong with the table is said once.
    ...(or === undefined || own.some((one) => one.steps.at(-1) === "table")
      ? []
      : ofSum(or.cells, ["or", "cells"])),
    ...phrases.flatMap((phrase, index): Complaint[] =>
      showsFigure(phrase)
        ? []
        : [{ kind: "no-figure", steps: [...steps, "phrases", index], expected: NUMBER, actual: phrase }],
    ),
  ];
}

function showsFigure(phrase: string): boolean {
  const words = phrase.split(NUMBER);
  return words.length === 2 && words.join("").replace(/\s/gu, "").length >= LEAST_WORDS;
}
