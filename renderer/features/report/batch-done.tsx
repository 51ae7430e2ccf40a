import type { BatchReceipt } from '../../../preload/contract/methods'
import { shell } from '../../client/call'
import { Button } from '../../components/button'
import { ScrollArea } from '../../components/scroll-area'
import { Note } from '../../components/states'
import { useLanguage } from '../../i18n'

/** How a batch ended: what was written, and which territories have no report and why. */
export function BatchDone({ receipt }: { readonly receipt: BatchReceipt }) {
  const { t, sentence } = useLanguage()
  const { folder, written, failed } = receipt
  const [first] = written.flatMap(({ files }) => files)
  return (
    <>
      <Note
        tone={failed.length === 0 ? 'good' : 'attention'}
        role="status"
        actions={
          first !== undefined && (
            <Button icon="folder" onClick={() => void shell('file.showInFolder', { path: first })}>
              {t('messages.showInFolder')}
            </Button>
          )
        }
      >
        <p>
          {written.length === 0 ? t('batch.noneDone') : t('batch.done', { count: written.length, folder })}
        </p>
        {failed.length > 0 && <p>{t('batch.failed', { count: failed.length })}</p>}
      </Note>
      {failed.length > 0 && (
        <ScrollArea className="scroll-box batch-failures" label={t('batch.failures')}>
          <table className="table">
            <caption>{t('batch.failures')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('batch.territory')}</th>
                <th scope="col">{t('batch.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {failed.map(({ territory, faults }) => (
                <tr key={territory}>
                  <th scope="row">{territory}</th>
                  <td>{faults.map(sentence).join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </>
  )
}
