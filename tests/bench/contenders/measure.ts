/** What a contender prints: wall time, processor time of the whole process, and its greatest resident memory. */
export interface Measured {
  readonly milliseconds: number
  readonly processorMilliseconds: number
  readonly residentMegabytes: number
  readonly rows: number
  /** Wall time by step, where the contender tells. */
  readonly steps?: Readonly<Record<string, number>>
}

/** Times one piece of work in this process and prints it as one line of JSON. */
export async function measure(
  work: () => Promise<{ rows: number; steps?: Readonly<Record<string, number>> }>,
): Promise<void> {
  const usage = process.cpuUsage()
  const start = performance.now()
  const { rows, steps } = await work()
  const milliseconds = performance.now() - start
  const { user, system } = process.cpuUsage(usage)
  const measured: Measured = {
    milliseconds,
    processorMilliseconds: (user + system) / 1000,
    residentMegabytes: process.resourceUsage().maxRSS / 1024,
    rows,
    ...(steps === undefined ? {} : { steps }),
  }
  process.stdout.write(`${JSON.stringify(measured)}\n`)
}

/** Words of the command line that a contender cannot do without. */
export function words(count: number): readonly string[] {
  const given = process.argv.slice(2)
  if (given.length !== count) throw new RangeError(`${count} words wanted, ${given.length} given`)
  return given
}
