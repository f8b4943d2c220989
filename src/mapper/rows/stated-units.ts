import { outlineLevel } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { isMoney, moneyOfNote, statedMoney, withoutStatedUnit } from "../../printed/units.ts";
import { isArticle } from "../../printed/vocabulary.ts";

/**
 * Units of money stated beside tables, for the rows to come: one above a whole table, and one in the caption of a
 * block.
 */
export interface StatedUnits {
  table?: string | undefined;
  block?: string | undefined;
  /** The unit that a sentence or a note gives for all amounts. */
  report?: string | undefined;
}

/** A line or caption that states a unit has no more characters. */
const LONGEST = 60;
/** What may stand beside 单位：元 above a table: nothing, or the name of the table. */
const TABLE_NAME = /(?:表|情况|项)[\d一二三四五六七八九十]*[:.]?$|^附?表/u;

/**
 * Learns the unit from a line or a caption between rows. A unit in a block's caption holds for that block; one above a
 * table holds for the whole table, up to the next chapter or sentence.
 */
export function noteUnits(units: StatedUnits, text: string): void {
  units.report = moneyOfNote(text) ?? units.report;
  if (text.length > LONGEST) {
    if (text.includes("。")) forget(units);
    return;
  }
  const plain = normalizeLabel(text);
  const unit = statedMoney(plain);
  const beside = withoutStatedUnit(plain);
  if (isArticle(beside)) units.block = unit;
  else if (outlineLevel(text) === 1 || text.includes("。")) {
    forget(units);
    units.table = unit;
  } else if (unit !== undefined && (withoutOffice(beside) === "" || TABLE_NAME.test(beside))) {
    forget(units);
    units.table = unit;
  }
}

/**
 * The line above a table without the office that fills it in, the form's number and the year: 公开01表
 * 部门：青石市文化局 2023年度.
 */
function withoutOffice(beside: string): string {
  return beside
    .replace(NOTE, "")
    .replace(NUMBERED, "")
    .replace(YEAR, "")
    .replace(FILLED_BY, "")
    .replace(CURRENCY, "")
    .replace(/[,、;]/gu, "");
}

/** How a note begins. */
const NOTE = /^\(?(?:备?注|说明)\d?[:.]/u;
const NUMBERED = /(?:公开|财决|决算|附)\d{1,3}表/u;
const YEAR = /20\d\d年度?(?:\d{1,2}月(?:\d{1,2}日)?)?/u;
/** What stands before the unit of accounts: 币种：人民币 单位：元. */
const CURRENCY = /(?:币种|币别|货币):?人民币/u;
const FILLED_BY =
  /(?:填报|填表|编制|编报|报送|预算|主管|公开)?(?:部门|单位|机构)(?:名称|全称)?(?:\((?:公章|盖章)\))?:[^:]{0,40}$/u;

/** The unit of money that a line below a table states: 单位：元, 注：金额单位为元; undefined where it says anything else. */
export function unitBelow(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = normalizeLabel(text);
  const unit = statedMoney(plain);
  return unit !== undefined && isMoney(unit) && withoutStatedUnit(plain).replace(NOTE, "") === ""
    ? unit
    : undefined;
}

export function statedUnit({ table, block, report }: StatedUnits): string | undefined {
  return block ?? table ?? report;
}

function forget(units: StatedUnits): void {
  units.table = undefined;
  units.block = undefined;
}
