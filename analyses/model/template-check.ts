import { type Fault, fault } from './fault'
import { cutText, type LiveNumber } from './live-number'
import { locales } from './locale'
import type { Pack } from './pack-types'
import { type ReportTemplate, templateFile } from './template-parse'

/** Whether everything the template shows exists in the packs that are installed; of other packs nothing can be said. */
export function checkTemplate(template: ReportTemplate, packs: ReadonlyMap<string, Pack>): readonly Fault[] {
  const { manifest, words } = template
  const packOf = (run: string) => packs.get(manifest.runs[run]?.pack ?? '')
  const params = Object.entries(manifest.runs).flatMap(([run, { params }]) =>
    unknown(Object.keys(params), Object.keys(packOf(run)?.manifest.params ?? {}), packOf(run), [
      templateFile,
      `runs.${run}.params`,
    ]),
  )
  const blocks = Object.entries(manifest.sections).flatMap(([section, lines]) =>
    lines.flatMap((line, index): readonly Fault[] => {
      if (line === 'page-break' || !('run' in line)) return []
      const pack = packOf(line.run)
      const place = [templateFile, `sections.${section}.${index}`] as const
      if ('chart' in line && line.chart === 'first') return []
      if ('chart' in line) return unknown([line.chart], Object.keys(pack?.manifest.charts ?? {}), pack, place)
      if (!('table' in line)) return []
      return [
        ...unknown([line.table], Object.keys(pack?.manifest.tables ?? {}), pack, place),
        ...columnFaults(line.table, [...line.columns, ...Object.keys(line.where)], pack, place),
      ]
    }),
  )
  const texts = locales.flatMap((locale) =>
    allTexts(words[locale]).flatMap(([key, text]) => {
      const place = [`messages/${locale}.yaml`, key] as const
      return cutText(text).flatMap((piece): readonly Fault[] => {
        if (piece.kind === 'words') return []
        const wrong = fault('template.number-unreadable', { number: piece.source }, place.join(':'))
        if (piece.kind === 'unreadable') return [wrong]
        return numberFaults(piece.number, template, packOf(piece.number.run), place)
      })
    }),
  )
  return [...params, ...blocks, ...texts]
}

type Place = readonly [file: string, key: string]

function numberFaults(
  { run, table, column, where }: LiveNumber,
  { manifest }: ReportTemplate,
  pack: Pack | undefined,
  place: Place,
): readonly Fault[] {
  if (manifest.runs[run] === undefined)
    return [
      fault('template.run-unknown', { run, known: Object.keys(manifest.runs).join(', ') }, place.join(':')),
    ]
  const columns = [...(column === '#' ? [] : [column]), ...Object.keys(where)]
  return [
    ...unknown([table], Object.keys(pack?.manifest.tables ?? {}), pack, place),
    ...columnFaults(table, columns, pack, place),
  ]
}

/** A table that takes over columns of the data may have any; its own ones are known. */
function columnFaults(
  table: string,
  columns: readonly string[],
  pack: Pack | undefined,
  place: Place,
): readonly Fault[] {
  const spec = pack?.manifest.tables[table]
  if (spec === undefined || spec.own_names !== undefined) return []
  return unknown(columns, Object.keys(spec.columns), pack, place)
}

const unknown = (
  names: readonly string[],
  known: readonly string[],
  pack: Pack | undefined,
  place: Place,
): readonly Fault[] =>
  pack === undefined
    ? []
    : names
        .filter((name) => !known.includes(name))
        .map((name) =>
          fault('template.name-unknown', { name, pack: pack.id, known: known.join(', ') }, place.join(':')),
        )

const allTexts = ({
  report,
  sections,
}: ReportTemplate['words']['cs']): readonly (readonly [key: string, text: string])[] => [
  ['report.summary', report.summary],
  ...Object.entries(sections).flatMap(([section, { texts }]) =>
    Object.entries(texts).map(([text, words]) => [`sections.${section}.texts.${text}`, words] as const),
  ),
]
