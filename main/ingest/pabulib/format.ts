import { refuse } from '../../../analyses/model/fault'
import { delimitedTable, plainShape } from '../csv/delimited-table'
import { utf8Reader } from '../csv/find-tables'
import { type Layout, makeLayout, SAMPLE_BYTES } from '../csv/layout'
import { openText, type TextSource, textContents } from '../csv/text-source'
import type { Format } from '../formats/format'
import { problem } from '../problem'
import type { Declared, SourceTable } from '../tables/source-table'
import { metaFacts } from './meta'
import { findSections, type Section, type SectionName } from './sections'

const SURVEY_SHARE = 0.6
const dialect = { delimiter: ';', quote: '"', escape: '"', lenient: true } as const

/** What the format's own description says of columns, whatever their values look like. */
const declared: Readonly<Record<string, Declared>> = {
  project_id: { type: 'code', role: 'identifier' },
  voter_id: { type: 'code', role: 'identifier' },
  vote: { type: 'text', role: 'text' },
  points: { type: 'text', role: 'text' },
  name: { type: 'text', role: 'text' },
  category: { type: 'text', role: 'category' },
  target: { type: 'text', role: 'category' },
  age: { type: 'integer', role: 'age' },
  sex: { type: 'text', role: 'sex' },
}

/** Participatory budgets of Pabulib: META, PROJECTS and VOTES as three tables. Lists within a cell stay as read. */
export const pabulibFormat: Format = {
  id: 'pabulib',
  recognise: async ({ head }, { format }) =>
    format === 'pabulib' || (format === undefined && startsAsPabulib(Buffer.from(head).toString('utf8'))),
  async open({ source }, options, job, progress) {
    const text = await openText(source, options, job, (share) => progress(share * SURVEY_SHARE))
    const share = (read: number) => progress(SURVEY_SHARE + (1 - SURVEY_SHARE) * (read / source.bytes))
    const sections = await findSections(text, job, share)
    const missing = (['PROJECTS', 'VOTES'] as const).find(
      (name) => !sections.some((each) => each.name === name),
    )
    if (missing !== undefined)
      refuse('import.no-pabulib-votes', { file: source.file, section: missing }, source.path)
    const readUtf8 = utf8Reader(text, job)
    const tables: SourceTable[] = []
    let facts: ReadonlyMap<string, string> = new Map()
    for (const [i, section] of sections.entries()) {
      const endBytes = sections[i + 1]?.at
      const length = Math.min(SAMPLE_BYTES, (endBytes ?? Number.POSITIVE_INFINITY) - section.at)
      const bytes = await readUtf8(section.at, length)
      const piece = { bytes, whole: bytes.length < SAMPLE_BYTES, at: section.at, line: section.line }
      const layout = makeLayout(
        source,
        { ...piece, ...(endBytes === undefined ? {} : { endBytes }) },
        dialect,
        {
          preambleLines: 1,
          headerLines: 1,
          footerLines: 0,
        },
      )
      if (section.name === 'META') facts = metaFacts(layout.sample.map(({ cells }) => cells))
      const before = sections.slice(0, i).filter(({ name }) => name === section.name).length
      tables.push(sectionTable(text, layout, section, facts, before))
    }
    return { ...textContents(text), tables }
  },
}

/** A line META, and below it lines of keys and values. */
const startsAsPabulib = (head: string): boolean =>
  /^\uFEFF?\s*"?META"?;*\s*[\r\n]+"?key"?\s*;\s*"?value"?/i.test(head)

/** What META says must be found in a section: its number of records. */
const stated: Readonly<Partial<Record<SectionName, string>>> = {
  PROJECTS: 'num_projects',
  VOTES: 'num_votes',
}

function sectionTable(
  text: TextSource,
  layout: Layout,
  { name }: Section,
  facts: ReadonlyMap<string, string>,
  /** Sections of this name that stand before it: joined files repeat them. */
  before: number,
): SourceTable {
  const shape = plainShape(layout)
  const described = { format: 'pabulib' as const, facts: { section: name, delimiter: ';' } }
  const table = delimitedTable(text, layout, {
    ...shape,
    id: before === 0 ? name : `${name}:${before + 1}`,
    title: name,
    suffix: name.toLowerCase(),
    columns: shape.columns.map(({ label }) => {
      const known = declared[label.trim().toLowerCase()]
      return { label, ...(known === undefined || name === 'META' ? {} : { declared: known }) }
    }),
  })
  const said = Number(facts.get(stated[name] ?? '') ?? Number.NaN)
  return {
    ...table,
    dialect: described,
    async read(sink, job, progress) {
      const counts = await table.read(sink, job, progress)
      const found = counts.read - counts.preamble
      const differs = Number.isInteger(said) && said !== found
      const note = problem('pabulib.count-differs', found, null, undefined, `${stated[name]} ${said}`)
      return { ...counts, dialect: described, problems: [...counts.problems, ...(differs ? [note] : [])] }
    },
  }
}
