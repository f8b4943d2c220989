import type { ObjectScan } from "./objects.ts";
import { referenceUnder } from "./references.ts";

/** How many form XObjects are drawn on a page in all, with nesting multiplied out; infinite where they form a loop. */
export function countForms({ objects }: ObjectScan): number {
  const costs = new Map<number, number>();
  const open = new Set<number>();
  const cost = (number: number): number => {
    const known = costs.get(number);
    if (known !== undefined) return known;
    if (open.has(number) || open.size > 100) return Infinity;
    open.add(number);
    let sum = 1;
    for (const next of drawn(number)) sum += cost(next);
    open.delete(number);
    costs.set(number, sum);
    return sum;
  };
  const drawn = (number: number): number[] => {
    const object = objects.get(number);
    if (object === undefined || !/\/Subtype\s*\/Form\b/.test(object.text)) return [];
    const data = object.stream?.inflate().data;
    if (data === undefined) return [];
    const textOf = (number: number | null): string =>
      number === null ? "" : (objects.get(number)?.text ?? "");
    let names = object.text + textOf(resourcesOf(object.text));
    names += textOf(xObjectsOf(names));
    const content = new TextDecoder("latin1").decode(data);
    const named = new Map<string, number>();
    for (const [, name, number] of names.matchAll(
      /\/([^\s/<>[\]()]+)\s{1,8}(\d{1,8})\s{1,8}\d{1,5}\s{1,8}R/g,
    ))
      if (!named.has(name!)) named.set(name!, Number(number));
    const numbers: number[] = [];
    for (const [, name] of content.matchAll(/\/([^\s/<>[\]()]+)\s{1,8}Do\b/g)) {
      const number = named.get(name!);
      if (number !== undefined) numbers.push(number);
    }
    return numbers;
  };
  let most = 0;
  for (const [number, { text }] of objects)
    if (/\/Subtype\s*\/Form\b/.test(text)) most = Math.max(most, cost(number));
  return most;
}

const resourcesOf = referenceUnder("Resources");
const xObjectsOf = referenceUnder("XObject");
