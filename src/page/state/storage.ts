import { parseCorrections, serializeCorrections } from "../../corrections/index.ts";
import type { Correction } from "../../model/index.ts";

/**
 * The decisions about a document, kept by its hash until the page is opened again. A browser may refuse storage to a
 * page opened from disk; the decisions then last only as long as the page, and have to be saved as a file.
 */
export function keptCorrections(sha256: string): readonly Correction[] {
  return parseCorrections(get(`${PREFIX}${sha256}`) ?? "").corrections;
}

/** Returns false where the browser keeps nothing. */
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
