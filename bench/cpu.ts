/** The median CPU time of `runs` runs, in milliseconds, after as many that warm up. */
export async function cpuMilliseconds(runs: number, work: () => unknown): Promise<number> {
  for (let run = 0; run < runs; run++) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}
