import type { LocalText } from '../../../analyses/model/composition'
import { type Locale, locales } from '../../../analyses/model/locale'
import type { StoredReport } from '../../../preload/contract/methods'
import { call, type Outcome } from '../../client/call'

const renamed = (title: LocalText, name: (title: string) => string): LocalText =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const words = title[locale]
      return words === undefined ? [] : [[locale, name(words)]]
    }),
  )

/** A copy under a new name; a copy that cannot be filled does not stay behind empty. */
export async function duplicateReport(
  report: string,
  locale: Locale,
  name: (title: string) => string,
): Promise<Outcome<StoredReport>> {
  const read = await call('report.get', { report })
  if (!read.ok) return read
  const made = await call('report.create', { template: null, locale })
  if (!made.ok) return made
  const composition = { ...read.value.composition, title: renamed(read.value.composition.title, name) }
  const saved = await call('report.save', { report: made.value.id, composition })
  if (saved.ok) return { ok: true, value: { id: made.value.id, composition } }
  await call('report.remove', { report: made.value.id })
  return saved
}
