import { useRef, useState } from 'react'
import type { CompositionBlock } from '../../../analyses/model/composition'
import { cutText } from '../../../analyses/model/live-number'
import type { Locale } from '../../../analyses/model/locale'
import { Button } from '../../components/button'
import { Disclosure } from '../../components/disclosure'
import { useLanguage } from '../../i18n'
import { changeBlock, putText } from './composition-edit'
import { useEditor } from './editor-context'
import { NumberPicker } from './number-picker'

type TextBlock = Extract<CompositionBlock, { kind: 'text' }>

/** The author's own words in light markup, with numbers that follow the analyses. */
export function TextBlockFields({ block }: { readonly block: TextBlock }) {
  const { locales } = useEditor()
  return locales.map((locale) => <TextEditor key={locale} block={block} locale={locale} />)
}

function TextEditor({ block, locale }: { readonly block: TextBlock; readonly locale: Locale }) {
  const { change, locales, readOnly } = useEditor()
  const { t } = useLanguage()
  const area = useRef<HTMLTextAreaElement>(null)
  const [picking, setPicking] = useState(false)
  const [help, setHelp] = useState(false)
  const id = `${block.id}-${locale}`
  const words = block.text[locale] ?? ''
  const put = (text: string, about: string) =>
    change(
      (now) =>
        changeBlock(now, block.id, (old) =>
          old.kind === 'text' ? { ...old, text: putText(old.text, locale, text) } : old,
        ),
      about,
    )
  const insert = (mark: string) => {
    const at = area.current?.selectionStart ?? words.length
    const to = area.current?.selectionEnd ?? at
    put(words.slice(0, at) + mark + words.slice(to), '')
    setPicking(false)
    window.requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(at + mark.length, at + mark.length)
    })
  }
  const label = t('editor.text')
  const unreadable = cutText(words).find(({ kind }) => kind === 'unreadable')
  return (
    <div className="stack-small">
      <div className="field">
        <label htmlFor={id}>
          {locales.length > 1 ? t('editor.inLanguage', { label, language: t(`language.${locale}`) }) : label}
        </label>
        <textarea
          id={id}
          ref={area}
          lang={locale}
          className="input text-area text-editor"
          rows={10}
          maxLength={20_000}
          readOnly={readOnly}
          value={words}
          aria-invalid={unreadable ? true : undefined}
          aria-describedby={unreadable ? `${id}-fault` : undefined}
          onChange={(event) => put(event.target.value, `text:${id}`)}
        />
        {unreadable?.kind === 'unreadable' && (
          <p className="field-fault" id={`${id}-fault`}>
            {t('editor.unreadable', { mark: unreadable.source })}
          </p>
        )}
      </div>
      <div className="row">
        <Button icon="plus" disabled={readOnly} onClick={() => setPicking(true)}>
          {t('editor.insertNumber')}
        </Button>
        <Disclosure
          label={t('editor.markup')}
          open={help}
          controls={`${id}-markup`}
          onToggle={() => setHelp(!help)}
        />
      </div>
      {help && (
        <div id={`${id}-markup`} className="field-help stack-small">
          <p>
            <code>### {t('editor.markupHeading')}</code>
          </p>
          <p>
            <code>- {t('editor.markupItem')}</code>
          </p>
          <p>
            <code>{t('editor.markupTable')}</code>
          </p>
          <p>{t('editor.markupParagraph')}</p>
          <p>{t('editor.markupNumber')}</p>
        </div>
      )}
      {picking && <NumberPicker onInsert={insert} onClose={() => setPicking(false)} />}
    </div>
  )
}
