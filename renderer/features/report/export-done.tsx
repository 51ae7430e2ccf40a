import { useState } from 'react'
import type { Fault } from '../../../analyses/model/fault'
import type { ExportReceipt } from '../../../preload/contract/methods'
import { shell } from '../../client/call'
import { Button } from '../../components/button'
import { FaultNote, Note } from '../../components/states'
import { useLanguage } from '../../i18n'

/** The written file: where it lies and what protection did to it. */
export function ExportDone({ receipt }: { readonly receipt: ExportReceipt }) {
  const { t, formats } = useLanguage()
  const [fault, setFault] = useState<Fault | null>(null)
  const { path, bytes, disclosure } = receipt
  const show = async () => {
    const outcome = await shell('file.showInFolder', { path })
    setFault(outcome.ok ? null : outcome.fault)
  }
  return (
    <>
      <Note
        tone="good"
        role="status"
        actions={
          <Button icon="folder" onClick={() => void show()}>
            {t('messages.showInFolder')}
          </Button>
        }
      >
        <p>{t('export.done', { path, size: formats.bytes(bytes) })}</p>
        {disclosure?.applies && (
          <p>
            {t('export.hidden', {
              hidden: disclosure.primary + disclosure.secondary,
              cells: formats.integer(disclosure.cells),
            })}
          </p>
        )}
      </Note>
      {fault && <FaultNote fault={fault} />}
    </>
  )
}
