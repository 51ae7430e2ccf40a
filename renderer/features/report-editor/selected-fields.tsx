import type { CompositionBlock, CompositionSection, LocalText } from '../../../analyses/model/composition'
import { EmptyState, Note } from '../../components/states'
import { useLanguage } from '../../i18n'
import { changeBlock, changeSection, findBlock, findSection, textIn } from './composition-edit'
import { useEditor } from './editor-context'
import { LocalField } from './local-fields'
import { RunBlockFields } from './run-block-fields'
import { TextBlockFields } from './text-block-fields'

/** Fields of the selected section or block. */
export function SelectedFields() {
  const { report, selection } = useEditor()
  const { t } = useLanguage()
  const section = selection?.kind === 'section' ? findSection(report, selection.id) : null
  if (section) return <SectionFields key={section.id} section={section} />
  const place = selection?.kind === 'block' ? findBlock(report, selection.id) : null
  if (place)
    return (
      <>
        <Hint text={place.block.hint} />
        <Hint text={place.section.hint} about="editor.sectionHint" />
        <BlockFields key={place.block.id} block={place.block} />
      </>
    )
  return (
    <EmptyState icon="list" title={t('editor.nothingSelected')}>
      <p>{t('editor.nothingSelectedText')}</p>
    </EmptyState>
  )
}

/** What the template says about a section or block, for who writes it. */
function Hint({
  text,
  about = 'editor.hint',
}: {
  readonly text: LocalText
  readonly about?: 'editor.hint' | 'editor.sectionHint'
}) {
  const { report } = useEditor()
  const { t, locale } = useLanguage()
  const hint = textIn(text, locale, report.locale)
  if (hint === '') return null
  return (
    <Note tone="note">
      <p>
        <strong>{t(about)}</strong> {hint}
      </p>
    </Note>
  )
}

function SectionFields({ section }: { readonly section: CompositionSection }) {
  const { change } = useEditor()
  const { t } = useLanguage()
  return (
    <>
      <Hint text={section.hint} />
      <LocalField
        label={t('editor.sectionTitle')}
        value={section.title}
        onChange={(title) =>
          change((now) => changeSection(now, section.id, { title }), `title:${section.id}`)
        }
      />
      {section.hidden && <HiddenNote />}
    </>
  )
}

function HiddenNote() {
  const { t } = useLanguage()
  return (
    <Note tone="attention">
      <p>{t('editor.hiddenText')}</p>
    </Note>
  )
}

function BlockFields({ block }: { readonly block: CompositionBlock }) {
  const { change } = useEditor()
  const { t } = useLanguage()
  const put = (part: Partial<Pick<CompositionBlock, 'title' | 'comment'>>, about: string) =>
    change((now) => changeBlock(now, block.id, (old) => ({ ...old, ...part })), `${about}:${block.id}`)
  if (block.kind === 'page-break') return <p className="quiet">{t('editor.pageBreakText')}</p>
  return (
    <>
      {block.hidden && <HiddenNote />}
      <LocalField
        label={t('editor.blockTitle')}
        help={t(block.kind === 'run' ? 'editor.blockTitleHelp' : 'editor.textTitleHelp')}
        value={block.title}
        onChange={(title) => put({ title }, 'title')}
      />
      {block.kind === 'text' && <TextBlockFields block={block} />}
      <LocalField
        label={t('editor.comment')}
        help={t('editor.commentHelp')}
        lines={4}
        mostLetters={20_000}
        value={block.comment}
        onChange={(comment) => put({ comment }, 'comment')}
      />
      {block.kind === 'run' && <RunBlockFields block={block} />}
    </>
  )
}
