import { type Composition, compositionSchema } from '../../analyses/model/composition'
import { type Locale, locales } from '../../analyses/model/locale'
import { packCard } from '../../analyses/model/pack'
import type { RunRecord } from '../../analyses/model/run-record'
import { fittingRun } from '../../analyses/model/template-make'
import type { Session } from './session'

export interface NamedRun {
  /** Id of a run of the project; null where the record came from a file. */
  readonly id: string | null
  readonly record: RunRecord
}

/** A report of these runs as they come: a section for each with everything its own report says. */
export async function compositionOfRuns(
  session: Session,
  runs: readonly NamedRun[],
  locale: Locale,
): Promise<Composition> {
  const parts = await Promise.all(
    runs.map(async ({ id, record }, index) => {
      const pack = await session.packs.find(record.pack.id)
      const slot = runs.length === 1 ? 'run' : `run-${index + 1}`
      const { charts, tables, findings } = pack.manifest
      const { bindings } = fittingRun(id ?? '', record)
      const block = (part: string, name = '') => ({
        kind: 'run' as const,
        id: [slot, part, name.replaceAll('_', '-')].filter((word) => word !== '').join('-'),
        run: slot,
        part,
        name,
      })
      const section = {
        id: `section-${index + 1}`,
        title: Object.fromEntries(locales.map((one) => [one, packCard(pack, one).title])),
        blocks: [
          block('question'),
          ...(Object.keys(findings).length > 0 ? [block('findings')] : []),
          ...Object.keys(charts).map((name) => block('chart', name)),
          ...Object.keys(tables).map((name) => block('table', name)),
        ],
      }
      return {
        slot,
        run: { pack: pack.id, title: section.title, run: id, params: record.params, bindings },
        section,
      }
    }),
  )
  const titles = parts.map(({ section }) => section.title)
  return compositionSchema.parse({
    format: 'workbench-report/1',
    locale,
    title: Object.fromEntries(
      locales.map((one) => [
        one,
        titles
          .map((title) => title[one])
          .join('; ')
          .slice(0, 300),
      ]),
    ),
    runs: Object.fromEntries(parts.map(({ slot, run }) => [slot, run])),
    sections: parts.map(({ section }) => section),
  })
}
