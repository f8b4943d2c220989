import type { Template } from "../model/index.ts";
import { checkTemplate } from "./load-checks.ts";
import { readYaml } from "./load-yaml.ts";
import { templateProblemWords } from "./load-words.ts";
import type { Complaint, ProblemLanguage, TemplateProblemKind } from "./load-words.ts";
import { templateSchema } from "./schema.ts";
import type { $ZodIssue } from "zod/v4/core";

/** A problem in a template file, and where it is. */
export interface TemplateProblem {
  readonly kind: TemplateProblemKind;
  /** Name of the file, as given. */
  readonly source: string;
  /** Line and column of the value, or of the enclosing map where something is missing; both count from 1. */
  readonly line: number;
  readonly column: number;
  /** JSON Pointer into the template, such as `/tables/0/blocks/0/rows/3/key`. */
  readonly path: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly message: string;
}

export interface ParsedTemplate {
  /** Null where there is any problem. */
  readonly template: Template | null;
  /** The problems in the order of the text. */
  readonly problems: readonly TemplateProblem[];
}

/**
 * Reads a form family from YAML or JSON text (`schema/template.schema.json`). Never throws: whatever is wrong in
 * syntax, shape or meaning is a problem with its line and column. `name` is the name of the file, used in the problems.
 * `findings` are ids that no rule may have, because a reader could not tell its findings from others. `others` are
 * further families whose tables the rules may name.
 */
export function loadTemplate(
  text: string,
  name: string,
  language: ProblemLanguage,
  findings: ReadonlySet<string>,
  others: readonly Template[],
): ParsedTemplate {
  const file = readYaml(text);
  const worded = (complaint: Complaint, position?: { line: number; column: number }): TemplateProblem => {
    const { kind, steps, ...sides } = complaint;
    const { line, column } = position ?? file.place(steps);
    const path = steps.map((step) => "/" + String(step).replaceAll("~", "~0").replaceAll("/", "~1")).join("");
    return {
      kind,
      source: name,
      line,
      column,
      path,
      ...sides,
      message: templateProblemWords(complaint, language),
    };
  };
  const failed = (problems: readonly TemplateProblem[]): ParsedTemplate => {
    return { template: null, problems: [...problems].sort((a, b) => a.line - b.line || a.column - b.column) };
  };
  if (file.problems.length > 0) {
    return failed(file.problems.map(({ position, ...complaint }) => worded(complaint, position)));
  }
  const shaped = templateSchema.safeParse(file.value, { reportInput: true });
  if (!shaped.success) return failed(shaped.error.issues.flatMap(complaintsOf).map((it) => worded(it)));
  const complaints = checkTemplate(shaped.data, findings, others);
  return complaints.length > 0
    ? failed(complaints.map((it) => worded(it)))
    : { template: shaped.data, problems: [] };
}

/** Writes a template as text that `parseTemplate` reads back unchanged. */
export function serializeTemplate(template: Template): string {
  const tables = template.tables.map(({ blocks, ...table }) => ({
    ...table,
    blocks: blocks.map(({ open, rows, ...block }) => ({
      ...block,
      rows: open ? { open, fixed: rows } : rows,
    })),
  }));
  return JSON.stringify({ ...template, tables }, null, 2) + "\n";
}

/** The problems that the schema finds in a value. */
function complaintsOf(issue: $ZodIssue): Complaint[] {
  const steps = issue.path;
  const actual = shown(issue.input);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ kind: "unknown-key", steps: [...steps, key], actual: key }));
    case "invalid_union": {
      // Rows are a list, or a map with an open list; the shape that was written shows which was meant.
      const meant = issue.errors[Array.isArray(issue.input) ? 0 : 1] ?? [];
      return meant.flatMap((inner) => complaintsOf({ ...inner, path: [...steps, ...inner.path] }));
    }
    case "invalid_type":
      if (issue.input !== undefined) return [{ kind: "wrong-type", steps, expected: issue.expected, actual }];
      return [{ kind: "missing-key", steps, expected: String(steps.at(-1) ?? "") }];
    case "invalid_value":
      return [{ kind: "wrong-value", steps, expected: issue.values.map(String).join(", "), actual }];
    case "too_big":
      return [{ kind: "too-large", steps, expected: String(issue.maximum) }];
    case "too_small":
      return [{ kind: "too-small", steps, expected: String(issue.minimum), actual }];
    case "invalid_format":
    case "custom":
      return [{ kind: steps.at(-1) === "id" ? "illegal-id" : "illegal-key", steps, actual }];
    default:
      return [{ kind: "wrong-value", steps, expected: issue.code, actual }];
  }
}

function shown(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "object" ? "object" : String(value).slice(0, 60);
}
