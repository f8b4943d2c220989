import type { Contact, EvidenceStatus, Period } from "../../../src/model/index.ts";
import type { FormRow, Layouts, TableId } from "./forms.ts";

/** What a report of any form says. */
export interface DocumentTruth {
  readonly seed: number;
  /** The printed lines joined without a separator. */
  readonly title: string;
  readonly titleLines: readonly string[];
  readonly issuer: string;
  readonly year: number;
  /** Null where the report states none. */
  readonly period: Period | null;
  /** Only what the preamble prints; other fields are null. */
  readonly contact: Contact;
  /** Date under the signature, and in the head of a portal page. Printed only where `signature` is not empty or the format has such a head. */
  readonly publicationDate: string;
  /** Printed only in the head of a portal page. */
  readonly indexNumber: string;
  readonly preamble: readonly string[];
  /** Numbers of the form, in printed order. Paragraphs without the signature. */
  readonly sections: readonly SectionTruth[];
  readonly signature: readonly string[];
  /** Layout id of each table. */
  readonly layouts: Readonly<Record<string, string>>;
  /** Every cell of the chosen layouts by dotted path; null where the cell holds no number. */
  readonly values: Readonly<Record<string, number | null>>;
  /** Everything in the report that contradicts itself, one entry for every broken instance of a rule. */
  readonly plantedErrors: readonly BrokenRule[];
}

/** Everything that a rendering of a report of 2019 or later must give back. */
export interface ReportTruth extends DocumentTruth {
  readonly basis: readonly string[];
  readonly layouts: Layouts;
  /** The cell's text as printed. */
  readonly raw: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<string, EvidenceStatus>>;
  /** By path, for the few that have them: the unit in the cell or its header, and the remark beside the number. */
  readonly units: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, string>>;
  /** The tables as printed, labels varied and values filled in. */
  readonly tables: Readonly<Record<TableId, readonly FormRow[]>>;
  /** Figures of the prose and the cells whose sum they repeat. */
  readonly claims: readonly Claim[];
}

export interface SectionTruth {
  readonly number: number;
  /** As printed, ordinal included. */
  readonly title: string;
  /** Sub-headings included. */
  readonly paragraphs: readonly string[];
  /** Indexes from 0 of the paragraphs that are sub-headings. */
  readonly headings: readonly number[];
}

export interface Claim {
  readonly rule: NarrativeRule;
  readonly stated: number;
  readonly paths: readonly string[];
}

/** `path` is the cell that states the sum (for the balance: `newlyReceived` of the column); `paths` are all operands. */
export interface BrokenRule {
  readonly rule: RuleId;
  readonly path: string;
  readonly paths: readonly string[];
}

export type NarrativeRule = "n-received" | "n-replied" | "n-groups" | "n-review" | "n-litig";
/** Rules of the indicator lists. */
export type AnnexRuleId =
  | "f2-received-sum"
  | "f2-closed-sum"
  | "f2-denied-sum"
  | "f2-replied-sum"
  | "f2-recon-sum"
  | "f2-litig-sum"
  | "f2-staff-sum"
  | "f2-channels-bound"
  | "f2-ofwhich"
  | "f2-normative"
  | "f2-closed-replied"
  | "f1-d2-sums"
  | "nonneg"
  | "integer";
export type RuleId =
  | "t3-balance"
  | "t3-result-sum"
  | "t3-row-sum"
  | "t3-group-zero"
  | "t4-block-sum"
  | "nonneg"
  | "integer"
  | "f3-disclosed-le"
  | "f3-decisions-misfill"
  | AnnexRuleId
  | NarrativeRule;
