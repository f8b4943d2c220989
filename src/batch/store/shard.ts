/** A part of the plan: the documents whose hash falls to `index` (from 1) of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export const whole: Shard = { index: 1, count: 1 };

/**
 * Parses `3/16`, or `/16` with the index taken from the array job or GNU parallel that runs this. Null where it is
 * neither.
 */
export function parseShard(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): Shard | null {
  const found = /^(\d*)\/(\d+)$/.exec(text);
  if (!found) return null;
  const count = Number(found[2]);
  const index = found[1] === "" ? arrayIndex(environment) : Number(found[1]);
  return index !== null && index >= 1 && index <= count ? { index, count } : null;
}

/** The position in the array, counted from 1, whichever way the scheduler counts. */
function arrayIndex(environment: Readonly<Record<string, string | undefined>>): number | null {
  const number = (name: string): number | null => {
    const text = environment[name];
    return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
  };
  const slurm = number("SLURM_ARRAY_TASK_ID");
  if (slurm !== null)
    return (slurm - (number("SLURM_ARRAY_TASK_MIN") ?? 0)) / (number("SLURM_ARRAY_TASK_STEP") ?? 1) + 1;
  const fromZero = number("JOB_COMPLETION_INDEX") ?? number("AWS_BATCH_JOB_ARRAY_INDEX");
  return fromZero === null ? number("PARALLEL_SEQ") : fromZero + 1;
}

/**
 * Whether a content belongs to a shard. The content alone decides, so that neither names, order nor the rest of the
 * batch moves a document.
 */
export function belongs(key: string, { index, count }: Shard): boolean {
  return Number.parseInt(key.slice(0, 8), 16) % count === index - 1;
}
