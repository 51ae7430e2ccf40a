import { useCall } from '../../client/use-call'
import { Note } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

/** Data of these runs that somebody marked as published before, so that protection is off for them. */
export function usePublicData(runs: readonly (string | null)[]): readonly string[] {
  const { state } = useSession()
  const { locale } = useLanguage()
  const list = useCall('run.list', { locale }, state.revision)
  const own = list.value?.filter(({ id }) => runs.includes(id)) ?? []
  return [...new Set(own.flatMap(({ publicData }) => publicData))]
}

/** Said before a file is written: whoever exports answers for numbers that leave unprotected. */
export function PublicDataNote({ names }: { readonly names: readonly string[] }) {
  const { t } = useLanguage()
  if (names.length === 0) return null
  return (
    <Note tone="attention">
      <p>{t('export.publicData', { names: names.join(', ') })}</p>
    </Note>
  )
}
