import type { EvidenceStatus } from "../../../src/model/index.ts";
import type { Random } from "./random.ts";

export interface WrittenCell {
  readonly raw: string;
  readonly value: number | null;
  readonly status: EvidenceStatus;
  readonly unit?: string;
  readonly note?: string;
}

/** How a cell without a number is written, and what that means. */
export const blankMarks: Readonly<Record<string, EvidenceStatus>> = {
  "": "blank",
  "\u00a0": "blank",
  "\u3000": "blank",
  "/": "not-applicable",
  "／": "not-applicable",
  无: "not-applicable",
  不涉及: "not-applicable",
  无此项: "not-applicable",
  "-": "dash",
  "—": "dash",
  "－": "dash",
};

export function writeBlank(mark: string): WrittenCell {
  return { raw: mark, value: null, status: blankMarks[mark] ?? "blank" };
}

export function writePlain(value: number): WrittenCell {
  return { raw: String(value), value, status: "given" };
}

/** A number in one of the notations seen in reports, fit for its cell. `units` may stand behind it. */
export function writeVaried(
  random: Random,
  path: string,
  value: number,
  units = path.startsWith("proactiveDisclosure") ? ["件", "项"] : ["件"],
): WrittenCell {
  const given = (raw: string, extra: Partial<WrittenCell> = {}): WrittenCell => ({
    raw,
    value,
    status: "given",
    ...extra,
  });
  const plain = String(value);
  const choices: (() => WrittenCell)[] = [
    () => given(plain.replace(/\d/g, fullWidthDigit).replace("-", "－").replace(".", "．")),
    () => given(`\u00a0${plain}\u00a0`),
    () => given(` ${plain} `),
    () => given(`\u3000${plain}`),
  ];
  if (value >= 1000)
    choices.push(
      () => given(grouped(plain, ",")),
      () => given(grouped(plain, "，")),
    );
  if (path.endsWith(".itemsChange")) {
    if (value > 0)
      choices.push(
        () => given(`+${value}`),
        () => given(`＋${value}`),
        () => given(`增${value}`),
      );
    if (value < 0)
      choices.push(
        () => given(`－${-value}`),
        () => given(`减${-value}`),
      );
  } else if (path === "proactiveDisclosure.administrativeFees.amount") {
    // The header of this cell says 万元: any other unit in the cell would contradict it.
    choices.push(() => given(`${plain}万元`, { unit: "万元" }));
  } else if (path.endsWith(".amount")) {
    choices.push(
      () => given(`${plain}元`, { unit: "元" }),
      () => given(`${plain} 元`, { unit: "元" }),
    );
  } else {
    const unit = random.pick(units);
    choices.push(
      () => given(`${plain}${unit}`, { unit }),
      () => given(`${plain} ${unit}`, { unit }),
    );
    if (Number.isInteger(value) && value > 1 && path.startsWith("proactiveDisclosure")) {
      const note = `其中修订${random.int(1, value - 1)}件`;
      choices.push(
        () => given(`${plain}（${note}）`, { note }),
        () => given(`${plain}\n（${note}）`, { note }),
      );
    }
  }
  return random.pick(choices)();
}

function fullWidthDigit(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}

function grouped(plain: string, separator: string): string {
  const [whole, decimals] = plain.split(".");
  const groups = whole!.replace(/\B(?=(\d{3})+$)/g, separator);
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}
