import { useEffect } from 'react'
import { shell } from '../../client/call'
import { Button, IconButton } from '../../components/button'
import { Icon } from '../../components/icon'
import { toneIcon } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import type { Message } from '../session/session-state'

/** Messages leave by themselves unless they offer something to do. */
const readingTime = 8000

/** Results of work that ended: a corner to the eye, a polite announcement to a screen reader. */
export function Messages() {
  const { state } = useSession()
  const { t } = useLanguage()
  return (
    <section className="messages" aria-label={t('messages.label')} aria-live="polite">
      {state.messages.map((message) => (
        <OneMessage key={message.id} message={message} />
      ))}
    </section>
  )
}

function OneMessage({ message }: { readonly message: Message }) {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  const { id, tone, text, path } = message
  useEffect(() => {
    if (path !== undefined || tone === 'bad') return
    const timer = window.setTimeout(() => dispatch({ kind: 'unsay', id }), readingTime)
    return () => window.clearTimeout(timer)
  }, [dispatch, id, path, tone])
  return (
    <div className={`message tone-${tone}`}>
      <Icon name={toneIcon[tone]} />
      <p>{text}</p>
      {path !== undefined && (
        <Button kind="quiet" onClick={() => void shell('file.showInFolder', { path })}>
          {t('messages.showInFolder')}
        </Button>
      )}
      <IconButton icon="close" label={t('word.close')} onClick={() => dispatch({ kind: 'unsay', id })} />
    </div>
  )
}
