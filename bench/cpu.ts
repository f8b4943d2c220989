/** The median CPU time of `runs` runs, in milliseconds, after as many runs for warming up. */
export async function cpuMilliseconds(runs: number, work: () => unknown): Promise<number> {
  for (let run = 0; run < runs; run++) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await cpuOnce(work));
  return median(times);
}

/** How often each work is run to warm up, and then how often it is measured. */
const rounds = { warm: 150, counted: 81 };

/**
 * The median CPU time of each of several works, run in turns so that whatever else the machine does affects all of them
 * alike.
 */
export async function cpuByTurns(works: readonly (() => unknown)[]): Promise<number[]> {
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < rounds.warm + rounds.counted; round++)
    for (const [index, work] of works.entries()) {
      const time = await cpuOnce(work);
      if (round >= rounds.warm) times[index]!.push(time);
    }
  return times.map(median);
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
