import type { Block } from "../../../model/index.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isBlankValue, type FormRow } from "../form-row.ts";
import type { Own, Against } from "../against.ts";
import { standingByBlock } from "./sections.ts";
import { OFFICE, isOneOffice } from "./offices.ts";

const DIGIT = /[\d０-９]/u;

/**
 * Adds to the rows what speaks against them: headings, captions and lines above their table that name another year, a
 * part of it, an appendix, a sample or another office; a label that is another year; a row without any number beside
 * one that has some. What a line says holds until the next chapter or heading of this kind, and what an appendix says
 * until another appendix.
 */
export function withStanding(
  rows: readonly FormRow[],
  blocks: readonly Block[],
  own: Own,
): readonly FormRow[] {
  const ofBlock = standingByBlock(blocks, own);
  let fullest: ReadonlyMap<string, FormRow> | null = null;
  return rows.map((row) => {
    const sections = ofBlock.get(row.block) ?? [];
    const empty =
      row.kind === "cells" &&
      row.values.some(isBlankValue) &&
      isEmptied(row, (fullest ??= fullestRows(rows)).get(labelOf(row))!);
    const whose = labelledOffice(row, own);
    const against = [
      ...(whose === "other"
        ? [{ kind: "other-office" as const, heading: row.labels[0]!, ofLabel: true as const }]
        : []),
      ...(sections.findLast(({ from }) => from <= (row.at.row ?? 1))?.against ?? []),
      ...yearLabel(row, own.year),
      ...(empty ? [{ kind: "empty-form" as const, heading: "" }] : []),
    ];
    return whose === null && against.length === 0
      ? row
      : {
          ...row,
          ...(whose === null ? {} : { ofOffice: true }),
          ...(against.length === 0 ? {} : { against }),
        };
  });
}

const OWN_LABEL = /^(?:本(?:级|单位|机关|部门|[省市区县州盟旗镇乡局委办])|[我全][省市区县州盟旗镇乡局])$/u;

const PLACE_LABEL = /^[\u4e00-\u9fff]{2,9}[省市区县州盟旗镇乡]$/u;

/** How every such label ends, and the name of every office. */
const ENDS_NAMED = /[级位关门局会委处办道镇乡室府心厅院省市区县州盟旗]$/u;

/** Whose row it is, if its only label is the name of an office or a place; null for any other label. */
function labelledOffice({ labels }: FormRow, { issuer }: Own): "own" | "other" | null {
  const [label] = labels;
  if (label === undefined || labels.length > 1 || !ENDS_NAMED.test(label)) return null;
  if (OWN_LABEL.test(label)) return "own";
  if (OFFICE.exec(label)?.[0] !== label && !PLACE_LABEL.test(label)) return null;
  return issuer !== null && isOneOffice(label, normalizeLabel(issuer)) ? "own" : "other";
}

/** How a label that is a year begins. */
const LABELS_YEAR = /^[2上去同历]/u;

/** Reports a row called 2022年 or 上年 in a report of 2023. */
function yearLabel({ labels }: FormRow, year: number | null): readonly Against[] {
  if (!labels.some((label) => LABELS_YEAR.test(label))) return [];
  return labels.flatMap((label): Against[] => {
    const named = /^(20\d\d)年?度?(?:数量|件数|情况|数)?$/u.exec(label)?.[1];
    const other =
      named === undefined
        ? /^(?:上一?年度?|去年|同期|历年累?计?)(?:数量|件数|情况|数)?$/u.test(label)
        : year !== null && Number(named) !== year;
    return other ? [{ kind: "other-year", heading: label, ofLabel: true }] : [];
  });
}

/** For each set of rows with the same labels, the row with the most numbers. */
function fullestRows(rows: readonly FormRow[]): ReadonlyMap<string, FormRow> {
  const fullest = new Map<string, FormRow>();
  for (const row of rows) {
    const label = labelOf(row);
    const other = fullest.get(label);
    if (!other || numbersIn(row) > numbersIn(other)) fullest.set(label, row);
  }
  return fullest;
}

/** Whether another row of the same name has numbers and prints everything that this one prints, such as its code. */
function isEmptied({ values }: FormRow, other: FormRow): boolean {
  return (
    other.values.length === values.length &&
    values.every(({ text }, index) => text.trim() === "" || text === other.values[index]!.text) &&
    values.some(({ text }, index) => text.trim() === "" && DIGIT.test(other.values[index]!.text))
  );
}

function numbersIn({ values }: FormRow): number {
  return values.filter(({ text }) => DIGIT.test(text)).length;
}

function labelOf({ labels }: FormRow): string {
  return labels.join("\t");
}
