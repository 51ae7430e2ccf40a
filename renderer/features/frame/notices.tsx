import { useState } from 'react'
import { shell } from '../../client/call'
import { Button, IconButton } from '../../components/button'
import { Note } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

/** What concerns the whole window: the engine that ended, a project that was recovered, read-only work. */
export function Notices() {
  const { state, dispatch } = useSession()
  const { t, sentence } = useLanguage()
  const [restarting, setRestarting] = useState(false)
  const restart = async () => {
    setRestarting(true)
    await shell('engine.restart', {})
    setRestarting(false)
  }
  if (!state.interrupted && state.notices.length === 0 && !state.project?.readOnly) return null
  return (
    <div className="notices">
      {state.interrupted && (
        <Note
          tone="attention"
          role="alert"
          actions={
            <Button onClick={() => void restart()} disabled={restarting || state.engine !== 'died'}>
              {t('engine.restart')}
            </Button>
          }
        >
          <p>{t('engine.diedText')}</p>
        </Note>
      )}
      {state.project?.readOnly && (
        <Note tone="note">
          <p>{t('project.readOnlyText')}</p>
        </Note>
      )}
      {state.notices.map((notice) => (
        <Note
          key={notice.code + JSON.stringify(notice.values)}
          tone={notice.code === 'project.recovered' ? 'good' : 'attention'}
          role="status"
          actions={
            <IconButton
              icon="close"
              label={t('word.close')}
              onClick={() => dispatch({ kind: 'noticeClosed', fault: notice })}
            />
          }
        >
          <p>{sentence(notice)}</p>
        </Note>
      ))}
    </div>
  )
}
