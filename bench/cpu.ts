/** The median CPU time of `runs` runs, in milliseconds, after as many that warm up. */
export async function cpuMilliseconds(runs: number, work: () => unknown): Promise<number> {
  for (let run = 0; run < runs; run++) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await cpuOnce(work));
  return median(times);
}

/** The CPU time of one run, in milliseconds. */
export async function cpuOnce(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}
