import { useState } from 'react'
import type { Fault } from '../../../analyses/model/fault'
import type { ExportReceipt } from '../../../preload/contract/methods'
import { isOpenable } from '../../../preload/contract/shell'
import { shell } from '../../client/call'
import { Button } from '../../components/button'
import { FaultNote, Note } from '../../components/states'
import { useLanguage } from '../../i18n'

/** The written file: where it lies and what protection did to it. */
export function ExportDone({ receipt }: { readonly receipt: ExportReceipt }) {
  const { t, formats } = useLanguage()
  const [fault, setFault] = useState<Fault | null>(null)
  const { path, bytes, disclosure } = receipt
  const [noProgram, setNoProgram] = useState(false)
  const open = async () => {
    const outcome = await shell('file.open', { path })
    setFault(outcome.ok ? null : outcome.fault)
    setNoProgram(outcome.ok && !outcome.value)
  }
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
          <>
            {isOpenable(path) && <Button onClick={() => void open()}>{t('export.open')}</Button>}
            <Button icon="folder" onClick={() => void show()}>
              {t('messages.showInFolder')}
            </Button>
          </>
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
      {noProgram && (
        <Note tone="attention" role="status">
          <p>{t('export.noProgram')}</p>
        </Note>
      )}
    </>
  )
}
