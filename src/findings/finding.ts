import type { Finding, Place, Relation, RuleTemplate, Scalar, Severity } from "../model/index.ts";
import type { ArgumentKind, Arguments, Placeholders } from "./entry.ts";
import { ruleDefinitions, type Rule } from "./rules/index.ts";

/** Raises a finding with the rule's severity and what the rule's words need. There is no other way to make one. */
export function finding<R extends Rule>(rule: R, ...[about]: About<R>): Finding {
  const { severity = ruleDefinitions[rule].severity, ...fields } = (about ?? {}) as Partial<Fields>;
  return made({ rule, severity, ...fields });
}

/** Raises a finding of a rule that a form, official or a user's, brings along: its id and severity are the form's. */
export function formFinding(
  { id, severity }: Pick<RuleTemplate, "id" | "severity">,
  about: Where & Sides & { readonly relation: Relation },
): Finding {
  const { left, right, operator } = about.relation;
  return made({ rule: id, severity, args: { left: left.sum, right: right.sum, operator }, ...about });
}

/** Where a finding points, in the record and in the source. */
export interface Where {
  /** Pointer of the cell, row or table. */
  readonly path?: string | undefined;
  /** Pointers of all cells it is about. */
  readonly paths?: readonly string[] | undefined;
  readonly at?: Place | null | undefined;
}

interface Sides {
  readonly expected?: Scalar | undefined;
  readonly actual?: Scalar | undefined;
}

/** What a rule's finding must be given: its arguments, and both sides where its words name them. */
type Needs<R extends Rule> = ArgumentsOf<R> & {
  readonly [Side in Extract<Placeholders<(typeof ruleDefinitions)[R]["en"]>, "expected" | "actual">]: Scalar;
};

/** The `args` a rule's findings must be given. */
export type ArgumentsOf<R extends Rule> = (typeof ruleDefinitions)[R] extends {
  readonly args: infer Named extends Readonly<Record<string, ArgumentKind>>;
}
  ? object extends Arguments<Named>
    ? { readonly args?: Arguments<Named> }
    : { readonly args: Arguments<Named> }
  : { readonly args?: never };

type Milder<R extends Rule> = (typeof ruleDefinitions)[R] extends { readonly milder: infer Level }
  ? { readonly severity?: Level | (typeof ruleDefinitions)[R]["severity"] }
  : unknown;

/** The second argument may be left out where it would hold nothing. */
type About<R extends Rule> = R extends Rule
  ? object extends Needs<R>
    ? [about?: Where & Sides & Needs<R> & Milder<R>]
    : [about: Where & Sides & Needs<R> & Milder<R>]
  : never;

interface Fields extends Where, Sides {
  readonly rule: string;
  readonly severity: Severity;
  readonly relation?: Relation;
  readonly args?: Readonly<Record<string, Scalar | undefined>>;
}

/** Leaves out what is not known, so that findings compare and print alike. */
function made({ rule, severity, path, paths, at, expected, actual, relation, args }: Fields): Finding {
  const named = args && Object.entries(args).filter(([, value]) => value !== undefined);
  const result = {
    rule,
    severity,
    ...(path === undefined ? {} : { path }),
    ...(paths === undefined ? {} : { paths }),
    ...(at ? { at } : {}),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(relation === undefined ? {} : { relation }),
    ...(named === undefined ? {} : { args: Object.fromEntries(named) }),
  };
  return result as Finding;
}
