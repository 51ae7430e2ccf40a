import { ScrollArea } from '../../components/scroll-area'
import { useLanguage } from '../../i18n'
import type { ImportDraft } from './import-draft'
import { PersonalChoice } from './personal-choice'

/** What is to become of each column that seems to identify persons. No value stands here. */
export function PersonalGate({ draft }: { readonly draft: ImportDraft }) {
  const { t } = useLanguage()
  return (
    <ScrollArea className="scroll stack" label={t('personal.tab')}>
      <p className="quiet">{t('personal.help')}</p>
      {draft.personal.map((column) => (
        <PersonalChoice
          key={column.column}
          column={column}
          decision={draft.said(column.column).personal}
          disabled={draft.disabled}
          onChange={(personal) => draft.setColumn(column.column, { personal })}
        />
      ))}
    </ScrollArea>
  )
}
