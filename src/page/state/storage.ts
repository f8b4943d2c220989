import { parseCorrections, serializeCorrections } from "../../corrections/index.ts";
import type { Correction } from "../../model/index.ts";

/**
 * What was decided about a document, kept by its hash until the page is opened again. A page opened from disk may be refused
 * any storage; then decisions last as long as the page, and the file to be saved is the only keeper.
 */
export function keptCorrections(sha256: string): readonly Correction[] {
  return parseCorrections(get(`${PREFIX}${sha256}`) ?? "").corrections;
}

/** False where the browser keeps nothing. */
export function keepCorrections(sha256: string, corrections: readonly Correction[]): boolean {
  return put(`${PREFIX}${sha256}`, serializeCorrections(corrections));
}

export function keptName(): string {
  return get(`${PREFIX}who`) ?? "";
}

export function keepName(who: string): void {
  put(`${PREFIX}who`, who);
}

const PREFIX = "gongkai/corrections/";

function get(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function put(key: string, text: string): boolean {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
