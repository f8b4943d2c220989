import { everyMatch } from "../../../printed/matches.ts";
import type { ObjectScan } from "./objects.ts";
import { objectsReferredTo } from "./references.ts";

/**
 * A function of an ExtGState or a halftone: a reference, a dictionary or a list of these. Named ones change nothing, and
 * a row of a tagged table is called `TR`, too.
 */
const TRANSFER = /\/(?:TR2?|TransferFunction)\s{0,8}(\d{1,8} \d{1,5} R|<<[^>]{0,400}>>|\[[^\]]{0,2000}\])/g;
/** A mask has a function of its own, which every viewer follows (PDF 32000-1, 11.6.5.2). */
const MASK = /\/S\s{0,8}\/(?:Luminosity|Alpha)\b/;
/** A list of blend modes: some viewers take the first that they know, and others none (11.6.3). */
const BLENDS = /\/BM\s{0,8}\[/;
/** Ink that leaves what is under it where it has none of a colour (8.6.7): viewers that do not show this hide it. */
const OVERPRINT = /\/(?:OP|op)\s{1,8}true\b/;
/** A function whose output is its input. */
const IDENTITY =
  /^(?=.*\/FunctionType\s{0,8}2\b)(?=.*\/N\s{0,8}1(?:\.0{1,8})?\b)(?!.*\/C0\s{0,8}\[\s{0,8}[^0\s])(?!.*\/C1\s{0,8}\[\s{0,8}[^1\s])/s;

/**
 * Whether viewers may show black as white or white as black, each in its own way: by functions that transfer colours
 * (10.5), or in inks of which all are none (8.6.6.5).
 */
export function areInksUnsure({ objects }: ObjectScan): boolean {
  return [...objects.values()].some(({ text }) => {
    if (/\/DeviceN\s{0,8}\[\s{0,8}(?:\/None\s{0,8}){1,32}\]/.test(text)) return true;
    if (BLENDS.test(text)) return true;
    if (MASK.test(text)) return false;
    return everyMatch(text, TRANSFER).some(([, given]) => changesColours(given!, objects));
  });
}

/** Whether something may show through ink that covers it in other viewers. */
export function overprints({ objects }: ObjectScan): boolean {
  return [...objects.values()].some(({ text }) => OVERPRINT.test(text) && /\/OPM\s{1,8}1\b/.test(text));
}

function changesColours(given: string, objects: ObjectScan["objects"]): boolean {
  const referred = objectsReferredTo(given).map((number) => objects.get(number)?.text ?? "");
  const functions = [...referred, ...given.split(/(?=<<)/).filter((one) => one.startsWith("<<"))];
  return functions.some((one) => /\/FunctionType\b/.test(one) && !IDENTITY.test(one));
}
