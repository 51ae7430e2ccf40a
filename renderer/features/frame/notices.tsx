import { useState } from 'react'
import { shell } from '../../client/call'
import { Button, IconButton } from '../../components/button'
import { FaultNote, Note } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

/** What concerns the whole window: the engine that ended, a project that was recovered, read-only work. */
export function Notices() {
  const { state, dispatch } = useSession()
  const { t } = useLanguage()
  const [restarting, setRestarting] = useState(false)
  const restart = async () => {
    setRestarting(true)
    await shell('engine.restart', {})
    setRestarting(false)
  }
  if (state.engine !== 'died' && state.notices.length === 0 && !state.project?.readOnly) return null
  return (
    <div className="notices">
      {state.engine === 'died' && (
        <Note
          tone="attention"
          role="alert"
          actions={
            <Button onClick={() => void restart()} disabled={restarting}>
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
        <FaultNote
          key={notice.code + JSON.stringify(notice.values)}
          fault={notice}
          actions={
            <IconButton
              icon="close"
              label={t('word.close')}
              onClick={() => dispatch({ kind: 'noticeClosed', fault: notice })}
            />
          }
        />
      ))}
    </div>
  )
}
