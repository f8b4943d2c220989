import { readFileSync, readdirSync } from "node:fs";
import { convert } from "../../src/index.ts";
import type { Contact, Conversion, Period, Source } from "../../src/model/index.ts";
import type { BrokenRule, Layouts } from "./factory/index.ts";

/** What `about.json` of a corpus folder knows of its report. */
export interface About {
  readonly title: string;
  readonly issuer: string;
  readonly year: number;
  readonly period: Period | null;
  readonly contact: Contact;
  readonly publicationDate: string;
  readonly indexNumber: string;
  readonly layouts: Layouts;
  readonly values: Readonly<Record<string, number | null>>;
  readonly plantedErrors: readonly BrokenRule[];
}

const corpus = new URL("../../corpus/", import.meta.url);

/** `2019/xianwan` and so on, by year and place. */
export function corpusFolders(): string[] {
  const below = (from: URL): string[] => readdirSync(from).sort();
  const years = below(corpus).filter((name) => /^\d{4}$/.test(name));
  return years.flatMap((year) => below(new URL(`${year}/`, corpus)).map((place) => `${year}/${place}`));
}

/** File names of a report's forms, the Word document first: the others are held against it. */
export function formsOf(folder: string): string[] {
  const names = readdirSync(new URL(`${folder}/`, corpus)).filter((name) => name.startsWith("report."));
  return names.sort((a, b) => Number(b === "report.docx") - Number(a === "report.docx") || (a < b ? -1 : 1));
}

export function sourceOf(folder: string, name: string): Source {
  return { name, bytes: new Uint8Array(readFileSync(new URL(`${folder}/${name}`, corpus))) };
}

const conversions = new Map<string, Promise<Conversion>>();

/** A form of the corpus converted as it stands: once for all tests that share a worker, because they read all of them. */
export function conversionOf(folder: string, name: string): Promise<Conversion> {
  const key = `${folder}/${name}`;
  const known = conversions.get(key) ?? convert(sourceOf(folder, name));
  conversions.set(key, known);
  return known;
}

export function aboutOf(folder: string): About {
  return JSON.parse(readFileSync(new URL(`${folder}/about.json`, corpus), "utf8")) as About;
}
