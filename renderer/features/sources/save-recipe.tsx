import { useState } from 'react'
import type { DataSet } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import { call, shell } from '../../client/call'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { TextField } from '../../components/field'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

/** Writes how this file was loaded, for its next edition. */
export function SaveRecipe({
  dataSet,
  onClose,
}: {
  readonly dataSet: DataSet
  readonly onClose: () => void
}) {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  const [title, setTitle] = useState(dataSet.source.card?.title ?? dataSet.source.file)
  const [fault, setFault] = useState<Fault | null>(null)
  const save = async () => {
    const chosen = await shell('dialog.saveExport', {
      suggestedName: `${dataSet.name}.recipe`,
      extension: 'json',
    })
    if (!chosen.ok) return setFault(chosen.fault)
    if (chosen.value === null) return
    const outcome = await call('recipe.save', { name: dataSet.name, title: title.trim(), path: chosen.value })
    if (!outcome.ok) return setFault(outcome.fault)
    const { path } = outcome.value
    dispatch({ kind: 'say', message: { tone: 'good', text: t('recipe.saved', { path }), path } })
    onClose()
  }
  return (
    <Dialog
      title={t('recipe.saveTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" disabled={title.trim() === ''} onClick={() => void save()}>
            {t('recipe.saveAs')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('recipe.help')}</p>
        <TextField label={t('recipe.title')} value={title} onChange={setTitle} />
        {fault && <FaultNote fault={fault} />}
      </div>
    </Dialog>
  )
}
