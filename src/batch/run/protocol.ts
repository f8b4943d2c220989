import type { ConvertOptions } from "../../index.ts";
import type { BucketPart } from "../store/buckets.ts";
import type { ChildLimits } from "../store/limits.ts";
import type { ReportMark } from "../store/report-mark.ts";
import type { Failure, Status } from "../store/status.ts";

/** What passes between the parent and a child, over Node's IPC channel with structured clones. */
export interface Task {
  readonly id: string;
  /** One file, or those of one report in reading order. */
  readonly parts: readonly BucketPart[];
  /** So often the limits of time count: once, or once for every page that is a picture. */
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
      /** Pages that are pictures and were left unread. */
      readonly scans: number;
    };

/** The first message to a child: as an argument, a large template would be over the system's limit. */
export interface ChildSettings {
  readonly convert: Pick<ConvertOptions, "language" | "infer" | "templates" | "ocr">;
  readonly limits: ChildLimits;
}

/** The watchdog thread writes why it ends the process to this descriptor. */
export const verdictDescriptor = 4;
export type KilledFor = "timeout" | "memory";
