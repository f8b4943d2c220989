import type { Block, SectionTemplate, TableTemplate, Template } from "../../model/index.ts";
import { draftBlocks, type DraftBlock } from "./grid.ts";
import { isSumOfList } from "./list.ts";
import { repeatedTable } from "./records.ts";
import { everyYear, withoutYear } from "./years.ts";
import { draftSums } from "./sums.ts";

export interface TemplateDraft {
  readonly template: Template;
  /** Sums that hold in this report; the user decides whether they are rules. */
  readonly rules: Template["rules"];
}

const TITLE = /^([一二三四五六七八九十])、\s*(\S.{0,39})$/u;
const ORDINALS = "一二三四五六七八九十";

const TITLED = /(?:报告|报表|年报|统计表)(?:[（(][^（）()]{0,20}[)）])?$/u;

/** The title without office, year and remark, which are different in next year's report. */
function nameOf(title: string): string {
  const bare = title.replace(/[（(][^（）()]{0,20}[)）]$/u, "");
  return [YEAR, OFFICE, PLACE].reduce((text, part) => {
    const rest = text.replace(part, "");
    return rest.length >= 4 ? rest : text;
  }, bare);
}

const YEAR = /^.*(?:19|20)\d\d(?:学?年)?度?的?/u;
/** The issuer in a title, where it follows the year or the title has no year: an office, or a place alone. */
const OFFICE =
  /^.{0,40}(?:人民政府|委员会|管委会|办公室|办公厅|办事处|[^结格布]局|[^大客]厅|大学|学院|医院|集团|公司)(?!信息)/u;
const PLACE = /^.{2,6}?[省市县区镇乡](?![域划长民场])/u;

/** Drafts a family from one filled report; null where the report has no table with numbers. */
export function draftTemplate(blocks: readonly Block[], name: string): TemplateDraft | null {
  const sections: SectionTemplate[] = [];
  const tables: TableTemplate[] = [];
  const rules: Template["rules"][number][] = [];
  const { title: reportTitle, ...named } = headOf(blocks, name);
  const [year] = named.years;
  let nearest = "";
  for (const block of blocks) {
    if (block.kind === "line") {
      const text = block.text.trim();
      const section = sectionOf(text, sections.length + 1);
      if (section) {
        sections.push(section);
        nearest = "";
      } else if (text !== "") nearest = text === reportTitle ? named.name : captionOf(text);
      continue;
    }
    const drafted = draftBlocks(block.grid).map((it) => ({ ...it, block: everyYear(it.block, year) }));
    if (drafted.length === 0) continue;
    const id = `t${tables.length + 1}`;
    if (sections.length === 0) sections.push({ number: 1, title: withoutYear(nearest) || id, aliases: [] });
    const title = withoutYear(nearest) || sections.at(-1)!.title;
    tables.push({
      id,
      section: sections.length,
      title,
      pathOrder: "row-column",
      blocks: drafted.map((it) => it.block),
    });
    // A rule reads one block; where there are several, the user has to say which.
    if (drafted.length === 1) rules.push(...rulesOf(drafted[0]!, id));
  }
  if (tables.length === 0) return null;
  const head = { id: "draft", ...named, basis: "" };
  const repeated = repeatedTable(tables);
  if (repeated) {
    // The chapters of such a report are its records, not sections of one record.
    const template: Template = {
      ...head,
      records: "many",
      sections: [],
      tables: [{ ...repeated, title: head.name }],
      rules: [],
    };
    return { template, rules: rules.filter(({ table }) => table === repeated.id) };
  }
  return { template: { ...head, sections, tables, rules: [] }, rules };
}

/** What the first lines of the report say about it; `name` where they give no title. */
function headOf(
  blocks: readonly Block[],
  name: string,
): Pick<Template, "name" | "years"> & { readonly title: string } {
  const head = blocks
    .flatMap((block) => (block.kind === "line" && block.text.trim() !== "" ? [block.text.trim()] : []))
    .slice(0, 10);
  const title = (head.find((text) => TITLED.test(text)) ?? head[0])?.slice(0, 60) || name;
  const year = Number(/(?:19|20)\d\d(?=\s*年)/u.exec(head.join("\n"))?.[0] ?? 2000);
  return { title, name: nameOf(title), years: [year, null] };
}

/**
 * The chapter that a line begins, if it is the next one. Chapters count up by one; any other 一、 belongs to a list in
 * the text.
 */
function sectionOf(text: string, next: number): SectionTemplate | null {
  const [, ordinal = "", title = ""] = TITLE.exec(text) ?? [];
  const number = ORDINALS.indexOf(ordinal) + 1;
  if (title === "" || /[。；]/u.test(title) || number !== next) return null;
  return { number, title: title.replace(/\s+/gu, ""), aliases: [] };
}

/** The caption of the table below: a short line that is not a sentence. */
function captionOf(text: string): string {
  return text.length <= 40 && !/[。；]/u.test(text) ? text : "";
}

function rulesOf(drafted: DraftBlock, table: string): Template["rules"] {
  const ofList = drafted.block.rows.flatMap(({ key }, at): Template["rules"] =>
    isSumOfList(drafted, at)
      ? [
          {
            id: `${table}-rows-${key}`,
            severity: "error",
            table,
            each: "column",
            expression: `rows.* == ${key}`,
          },
        ]
      : [],
  );
  return [...ofList, ...sumsOf(drafted, table)];
}

function sumsOf(drafted: DraftBlock, table: string): Template["rules"] {
  return draftSums(drafted).map(({ each, whole, parts }) => {
    const keys = (each === "row" ? drafted.block.columns : drafted.block.rows).map(({ key }) => key);
    return {
      id: `${table}-${each === "row" ? "columns" : "rows"}-${keys[whole]}`,
      severity: "error",
      table,
      each,
      expression: `${parts.map((part) => keys[part]).join(" + ")} == ${keys[whole]}`,
    };
  });
}
