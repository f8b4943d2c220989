import type { ConvertOptions } from "../../index.ts";
import type { BucketPart } from "../store/buckets.ts";
import type { ChildLimits } from "../store/limits.ts";
import type { ReportMark } from "../store/report-mark.ts";
import type { Failure, Status } from "../store/status.ts";

/** The messages between the parent and a child, sent over Node's IPC channel as structured clones. */
export interface Task {
  readonly id: string;
  /** One file, or the files of one report in reading order. */
  readonly parts: readonly BucketPart[];
  /** How many times the time limits are granted: once, or once for every page that is a picture. */
  readonly pages: number;
}

export type Reply =
  | { readonly kind: "ready" }
  | {
      readonly kind: "done";
      readonly status: Status;
      readonly failure: Failure | null;
      readonly mark: ReportMark | null;
      readonly packed: Uint8Array;
      readonly residentBytes: number;
      /** How many pages are pictures and were left unread. */
      readonly scans: number;
    };

/**
 * The first message to a child. It is not passed as an argument, because a large template would exceed the system's
 * limit.
 */
export interface ChildSettings {
  readonly convert: Pick<ConvertOptions, "language" | "infer" | "templates" | "ocr">;
  readonly limits: ChildLimits;
}

/** The file descriptor to which the watchdog thread writes why it ends the process. */
export const verdictDescriptor = 4;
export type KilledFor = "timeout" | "memory";
