import type { Diagnostic, Relation, RelationSide, Scalar } from "../model/index.ts";
import { templates as builtIn } from "../templates/index.ts";
import { nameOf, namesOf, placeWords, type Language, type NamingContext } from "./names.ts";
import { REASONS } from "./reasons.ts";
import { brokenSum } from "./rules/form-rules.ts";
import { ruleEntry } from "./rules/index.ts";

export interface WordingContext extends NamingContext {
  readonly language: Language;
}

/** The sentence for a finding: the rule's words filled with its values, its cells named by their labels. */
export function word(diagnostic: Diagnostic, context: WordingContext): string {
  const known = isOwn(diagnostic) ? undefined : ruleEntry(diagnostic.rule);
  const words = known ?? (diagnostic.relation && brokenSum);
  const values = fillings(diagnostic, context);
  if (!words) return `${diagnostic.rule} ${JSON.stringify(diagnostic.args ?? {})}`;
  const text = words[context.language];
  // A finding about the whole document has no place.
  const filled = values("place") === "" ? text.replace(WITHOUT_PLACE, "") : text;
  return filled.replace(/\{(\w+)\}/gu, (_, name: string) => values(name));
}

const WITHOUT_PLACE = / ?[(（]\{place\}[)）]|[;；] ?\{place\}/u;

/**
 * Whether a rule is worded as a sum: one of a user's form, even where an official form has a rule of the same id, or
 * one without words.
 */
function isOwn({ rule: id, relation }: Diagnostic): boolean {
  return (
    relation !== undefined &&
    !builtIn.some(({ rules }) =>
      rules.some((rule) => rule.id === id && rule.expression === relation.expression),
    )
  );
}

function fillings(diagnostic: Diagnostic, context: WordingContext): (name: string) => string {
  return (name) => {
    if (name === "expected" || name === "actual") return show(diagnostic[name], context.language);
    if (name === "cell")
      return diagnostic.path ? nameOf(diagnostic.path, context) : namesOf(diagnostic.paths ?? [], context);
    if (name === "cells")
      return namesOf(diagnostic.paths ?? (diagnostic.path ? [diagnostic.path] : []), context);
    if (name === "place") return placeWords(diagnostic.at, context.language);
    if (name === "sum")
      return diagnostic.relation ? relationWords(diagnostic.relation, context.language) : "";
    if (name === "about") return aboutOf(diagnostic, context);
    if (name === "reason")
      return (
        REASONS[String(diagnostic.args?.reason)]?.[context.language] ??
        show(diagnostic.args?.reason, context.language)
      );
    return show(diagnostic.args?.[name], context.language);
  };
}

function show(value: Scalar | undefined, language: Language): string {
  if (value === null || value === undefined) return language === "zh" ? "空" : "blank";
  return String(value);
}

/** The cell to blame; where no single cell is, the column or row in which both sides stand. */
function aboutOf(diagnostic: Diagnostic, context: WordingContext): string {
  const { actual, relation, path } = diagnostic;
  if (actual === undefined && relation && relation.within !== "") return relation.within;
  return path ? nameOf(path, context) : namesOf(diagnostic.paths ?? [], context);
}

/** A relation in the form's own labels: 自然人 + 商业企业 + … = 总计. */
function relationWords({ left, operator, right }: Relation, language: Language): string {
  const side = ({ terms }: RelationSide) => {
    if (terms.length > LISTED) return language === "zh" ? "各项之和" : "the sum of the parts";
    return terms.map(({ sign, label }, index) => (sign < 0 ? "− " : index > 0 ? "+ " : "") + label).join(" ");
  };
  return `${side(left)} ${operator === "==" ? "=" : operator} ${side(right)}`;
}

/** A side with more terms than these is too long to be read in a sentence. */
const LISTED = 3;
