import { simplified } from "../printed/folding.ts";

/**
 * The part that different names of one issuer share: width, whitespace and quotes are removed, Traditional is written
 * as Simplified, and the endings that offices leave out or shorten at will are cut off. 某县人民政府, 某縣政府 and 某县
 * are one; 某县人民政府办公室 issues reports of its own and stays apart. Meant for comparing, never for showing.
 */
export function issuerKey(name: string): string {
  const plain = plainName(name);
  for (const [ending, short] of ENDINGS) {
    const match = ending.exec(plain);
    if (match && match.index >= 2) return plain.slice(0, match.index) + short;
  }
  return plain;
}

/** A name regardless of width, script, whitespace and quotes. */
export function plainName(name: string): string {
  return simplified(name.normalize("NFKC")).replace(/[\s\p{Cf}“”"『』「」《》<>·]/gu, "");
}

/** The first that fits is taken. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:人民)?政府(?:办公室|办)$/u, "政府办公室"],
  [/(?:人民)?政府办公厅$/u, "政府办公厅"],
  [/街道(?:办事处|办|人民政府)$/u, "街道"],
  [/管委会$/u, "管理委员会"],
  [/(?:人民)?政府$/u, ""],
];
