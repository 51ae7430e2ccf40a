import { useState } from 'react'
import type { CompositionBlock } from '../../../analyses/model/composition'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { useLanguage } from '../../i18n'
import { AddRunParts } from './add-run-parts'
import { addBlocks, addSection, freshId, sectionOf, textIn } from './composition-edit'
import { useEditor } from './editor-context'
import { newPageBreak, newSection, newText } from './new-blocks'

const kinds = ['text', 'run', 'section', 'page-break'] as const
type Kind = (typeof kinds)[number]

/** Who adds something wants to write it: the focus goes on to its first field, once the dialog has given it back. */
const writeFirstField = () =>
  window.setTimeout(() => {
    const body = document.querySelector('.inspector-body')
    const field =
      body?.querySelector<HTMLElement>('.text-editor') ?? body?.querySelector<HTMLElement>('.input')
    field?.focus()
  }, 0)

/** Something new for the report: it stands after what is selected. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const { report, change, selection, select } = useEditor()
  const { t } = useLanguage()
  const [kind, setKind] = useState<Kind>(report.sections.length === 0 ? 'section' : 'text')
  const [parts, setParts] = useState<{ readonly add: () => void } | null>(null)
  const target = sectionOf(report, selection)
  const place = target === null ? '' : textIn(target.title, report.locale, report.locale)

  const put = (block: CompositionBlock) => {
    change((now) => addBlocks(now, selection, [block]))
    select({ kind: 'block', id: block.id })
  }
  const add = () => {
    if (kind === 'run') parts?.add()
    else if (kind === 'section') {
      const id = freshId(report, 'section')
      const section = newSection(id, { [report.locale]: t('add.newSection') })
      change((now) => addSection(now, selection, section))
      select({ kind: 'section', id })
    } else if (kind === 'text') put(newText(freshId(report, 'text')))
    else put(newPageBreak(freshId(report, 'page-break')))
    onClose()
    writeFirstField()
  }
  const nowhere = kind !== 'section' && target === null
  return (
    <Dialog
      title={t('add.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" disabled={nowhere || (kind === 'run' && parts === null)} onClick={add}>
            {t('add.confirm')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <fieldset className="choices">
          <legend>{t('add.what')}</legend>
          {kinds.map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
              <span className="choice-named">
                <strong>{t(`add.${one}`)}</strong> <span>{t(`add.${one}-text`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {kind === 'run' && <AddRunParts onReady={setParts} />}
        <p className="quiet" role="note">
          {nowhere ? t('add.nowhere') : place === '' ? '' : t('add.place', { section: place })}
        </p>
      </div>
    </Dialog>
  )
}
