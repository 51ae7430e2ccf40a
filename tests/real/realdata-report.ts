import { type CaseResult, flawsOf } from './realdata'

type File = CaseResult['files'][number]

const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ')
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
/** Cases of so many files are told by their sums. */
const MANY_FILES = 40

export function printCase(result: CaseResult): void {
  const { name, files, facts, peakMegabytes } = result
  console.log(`== ${name}  ${peakMegabytes} MB at most`)
  for (const file of files) for (const line of linesOf(file)) console.log(`  ${line}`)
  for (const { about, result: is, detail } of facts)
    console.log(`  ${is.toUpperCase()}  ${about}  [${detail}]`)
  for (const flaw of flawsOf(result)) console.log(`  FLAW  ${flaw}`)
}

function linesOf(file: File): readonly string[] {
  if (file.outcome === 'crash' || file.outcome === 'hang') return [`${file.file}: ${file.outcome}`]
  const gate = file.gate.length === 0 ? '' : `  gate: ${file.gate.join('; ')}`
  const head = `${file.file}  ${seconds(file.milliseconds)} (processor ${seconds(file.processor)})${gate}`
  if (file.outcome === 'fault') return [`${head}  FAULT ${file.fault}`]
  const sets = file.dataSets.map((d) => {
    const rows = `read ${d.read} loaded ${d.loaded} rejected ${d.rejected} preamble ${d.preamble} footer ${d.footer}`
    const long = d.observations === null ? '' : ` observations ${d.observations}`
    return `  ${d.name}  ${rows}${long}  columns ${d.columns}  [${d.problems.join(' ')}]`
  })
  return [`${head}  ${file.format} ${file.encoding}`, ...sets]
}

/** The table of all cases for people to read. */
export function markdownOf(results: readonly CaseResult[]): string {
  const rows = results.flatMap((result) => [`| **${result.name}** | | | | | | | |`, ...rowsOf(result)])
  const facts = results.flatMap(({ name, facts: some }) =>
    some.map(({ about, result, detail }) => `| ${name} | ${cell(about)} | ${result} | ${cell(detail)} |`),
  )
  return [
    '| file → data set | read | loaded | rejected | preamble | footer | time | what was told |',
    '|---|---:|---:|---:|---:|---:|---:|---|',
    ...rows,
    '',
    '| case | fact | result | found |',
    '|---|---|---|---|',
    ...facts,
    '',
  ].join('\n')
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function rowsOf({ files, peakMegabytes }: CaseResult): readonly string[] {
  if (files.length > MANY_FILES) return [sumOf(files, peakMegabytes)]
  return files.flatMap((file) => {
    if (file.outcome === 'crash' || file.outcome === 'hang')
      return [`| ${file.file} | | | | | | | ${file.outcome} |`]
    const gate = file.gate.length === 0 ? [] : [`gate: ${file.gate.join('; ')}`]
    const time = seconds(file.milliseconds)
    if (file.outcome === 'fault') {
      return [
        `| ${cell(file.file)} | | | | | | ${time} | ${cell([...gate, `fault ${file.fault}`].join('; '))} |`,
      ]
    }
    return file.dataSets.map((d, i) => {
      const long = d.observations === null ? [] : [`${count(d.observations)} observations`]
      const told = cell([...(i === 0 ? gate : []), ...long, ...d.problems].join(', '))
      const numbers = [d.read, d.loaded, d.rejected, d.preamble, d.footer].map(count).join(' | ')
      return `| ${i === 0 ? cell(file.file) : ''} → ${d.name} | ${numbers} | ${i === 0 ? time : ''} | ${told} |`
    })
  })
}

function sumOf(files: readonly File[], peakMegabytes: number): string {
  const loaded = files.flatMap((file) => (file.outcome === 'loaded' ? [file] : []))
  const sets = loaded.flatMap(({ dataSets }) => dataSets)
  const sum = (of: (set: (typeof sets)[number]) => number) =>
    count(sets.reduce((all, set) => all + of(set), 0))
  const numbers = [
    sum((d) => d.read),
    sum((d) => d.loaded),
    sum((d) => d.rejected),
    sum((d) => d.preamble),
    sum((d) => d.footer),
  ]
  const outcome = (what: File['outcome']) => files.filter((file) => file.outcome === what).length
  const told = `${loaded.length} loaded, ${outcome('fault')} with one fault each, ${outcome('crash')} crashes, ${outcome('hang')} hangs, ${peakMegabytes} MB at most`
  return `| ${files.length} files | ${numbers.join(' | ')} | | ${told} |`
}
