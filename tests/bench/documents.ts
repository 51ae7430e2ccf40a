import type { Measured } from './contenders/measure'

/** Every file a report can become; the printer of PDF is a program of its own, whose processor is not ours. */
const formats = ['html', 'docx', 'xlsx', 'csvw', 'json', 'svg', 'png', 'csv', 'arrow', 'parquet', 'pdf']

/** A report of forty blocks in each format alone, and in all of them one after another. */
export function benchDocuments(
  run: (name: string, formats: string) => Measured,
  line: (name: string, measured: Measured) => string,
  say: (text: string) => void,
): void {
  say('\na report of 40 blocks, 15 charts among them, in each format by itself')
  for (const format of formats) say(line(format, run('report', format)))
  const all = run('report', formats.join(','))
  say(`\n${line('all formats, one after another', all)}`)
  const parts = Object.entries(all.steps ?? {}).map(
    ([format, time]) => `${format} ${(time / 1000).toFixed(2)} s`,
  )
  say(`  of that: ${parts.join(', ')}`)
}
