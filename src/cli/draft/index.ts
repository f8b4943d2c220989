import type { Block, SectionTemplate, TableTemplate, Template } from "../../model/index.ts";
import { draftBlocks } from "./grid.ts";
import { draftSums } from "./sums.ts";

export interface Draft {
  readonly template: Template;
  /** Sums that hold in the report, for the user to judge. */
  readonly rules: Template["rules"];
}

const TITLE = /^([一二三四五六七八九十])、\s*(\S.{0,39})$/u;
const ORDINALS = "一二三四五六七八九十";

const TITLED = /(?:报告|报表|年报|统计表)(?:[（(][^（）()]{0,20}[)）])?$/u;

/** The title without office, year and remark, which next year's report has others of. */
function nameOf(title: string): string {
  const bare = title.replace(/[（(][^（）()]{0,20}[)）]$/u, "");
  const named = bare.replace(/^.*(?:19|20)\d\d(?:学?年)?度?的?/u, "");
  return named.length >= 4 ? named : bare;
}

/** A family as one filled report shows it; null where it has no table with numbers. */
export function draftTemplate(blocks: readonly Block[], name: string): Draft | null {
  const sections: SectionTemplate[] = [];
  const tables: TableTemplate[] = [];
  const rules: Template["rules"][number][] = [];
  let nearest = "";
  for (const block of blocks) {
    if (block.kind === "line") {
      const text = block.text.trim();
      const [, ordinal = "", title = ""] = TITLE.exec(text) ?? [];
      const number = ORDINALS.indexOf(ordinal) + 1;
      // Chapters count up by one; any other 一、 is a list in the text.
      if (title !== "" && !/[。；]/u.test(title) && number === sections.length + 1) {
        sections.push({ number, title: title.replace(/\s+/gu, ""), aliases: [] });
        nearest = "";
      } else if (text !== "") nearest = text.length <= 40 && !/[。；]/u.test(text) ? text : "";
      continue;
    }
    const drafted = draftBlocks(block.grid);
    if (drafted.length === 0) continue;
    const id = `t${tables.length + 1}`;
    if (sections.length === 0) sections.push({ number: 1, title: nearest || id, aliases: [] });
    const title = nearest || sections.at(-1)!.title;
    tables.push({
      id,
      section: sections.length,
      title,
      pathOrder: "row-column",
      blocks: drafted.map((it) => it.block),
    });
    // A rule reads one block; with several the user has to say which.
    for (const { each, whole, parts } of drafted.length === 1 ? draftSums(drafted[0]!) : []) {
      const keys = (each === "row" ? drafted[0]!.block.columns : drafted[0]!.block.rows).map(
        ({ key }) => key,
      );
      const expression = `${parts.map((part) => keys[part]).join(" + ")} == ${keys[whole]}`;
      rules.push({
        id: `${id}-${each === "row" ? "columns" : "rows"}-${keys[whole]}`,
        severity: "error",
        table: id,
        each,
        expression,
      });
    }
  }
  if (tables.length === 0) return null;
  const head = blocks
    .flatMap((block) => (block.kind === "line" && block.text.trim() !== "" ? [block.text.trim()] : []))
    .slice(0, 10);
  const year = Number(/(?:19|20)\d\d(?=\s*年)/u.exec(head.join("\n"))?.[0] ?? 2000);
  const template: Template = {
    id: "draft",
    name: nameOf((head.find((text) => TITLED.test(text)) ?? head[0])?.slice(0, 60) || name),
    years: [year, null],
    basis: "",
    sections,
    tables,
    rules: [],
  };
  return { template, rules };
}
