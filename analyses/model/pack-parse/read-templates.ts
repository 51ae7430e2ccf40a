import { type Fault, fault } from '../fault'
import { type Locale, locales } from '../locale'
import type { PackManifest } from '../pack-manifest'
import { parseTemplate, type TemplateBlock } from '../report-template'
import { manifestFile } from './read-manifest'

type Templates = Readonly<Record<Locale, readonly TemplateBlock[]>>

/** The report text in every language; each must place the same charts and tables in the same order. */
export function readTemplates(
  manifest: PackManifest,
  files: ReadonlyMap<string, string>,
): { readonly value: Templates; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const names = {
    charts: new Set(Object.keys(manifest.charts)),
    tables: new Set(Object.keys(manifest.tables)),
  }
  const read = (locale: Locale): readonly TemplateBlock[] => {
    const file = manifest.report.template.replace('{locale}', locale)
    const text = files.get(file)
    if (text === undefined) {
      faults.push(fault('pack.file-missing', { file }, `${manifestFile}:report.template`))
      return []
    }
    const { blocks, unknown } = parseTemplate(text, names)
    faults.push(
      ...unknown.map(({ line, name }) =>
        fault(
          'pack.name-unknown',
          {
            name,
            known: [...names.charts, ...[...names.tables].map((table) => `table:${table}`)].join(', '),
          },
          `${file}:${line}`,
        ),
      ),
    )
    return blocks
  }
  const value: Templates = { cs: read('cs'), en: read('en'), pl: read('pl') }
  if (faults.length === 0) faults.push(...unequal(value, manifest.report.template))
  return { value, faults }
}

function unequal(templates: Templates, template: string): Fault[] {
  const slots = (locale: Locale) =>
    templates[locale]
      .flatMap((block) => (block.kind === 'slot' ? [`${block.part}:${block.name}`] : []))
      .join(' ')
  const first = slots('en')
  return locales
    .filter((locale) => slots(locale) !== first)
    .map((locale) => fault('pack.template-differs', { locale }, template.replace('{locale}', locale)))
}
