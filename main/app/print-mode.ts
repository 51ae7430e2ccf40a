import { readFile, rename, writeFile } from 'node:fs/promises'
import { printPage } from './print-page'

/** Exit code of a print that failed; scripts tell it from a crash (1) by it. */
export const printFailed = 3

/**
 * `--print-report IN.html OUT.pdf`: how the command line gets its PDF. The PDF appears whole or not at all.
 * @returns the exit code
 */
export async function printReport(input: string, output: string): Promise<number> {
  try {
    const pdf = await printPage(await readFile(input, 'utf8'))
    await writeFile(`${output}.new`, pdf)
    await rename(`${output}.new`, output)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return printFailed
  }
}
