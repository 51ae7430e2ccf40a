import { useMemo } from 'react'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import { Button } from '../../components/button'
import { ScrollArea } from '../../components/scroll-area'
import { useLanguage } from '../../i18n'
import type { ImportDraft } from './import-draft'
import { NewStep } from './new-step'
import { afterSteps, isSameStep, smallTable } from './shape-draft'
import { ShapeStepCard } from './shape-step-card'
import { StepWords } from './step-words'

/** Proposed and chosen changes of shape, each with the table before and after it. */
export function ShapeTab({ draft }: { readonly draft: ImportDraft }) {
  const { t } = useLanguage()
  const { preview, steps, setSteps, disabled } = draft
  const table = useMemo(() => smallTable(preview, draft.masked), [preview, draft.masked])
  const proposed = preview.shapes.filter((shape) => !steps.some((step) => isSameStep(step, shape)))
  const put = (index: number, step: ShapeStep) =>
    setSteps(steps.map((one, place) => (place === index ? step : one)))
  return (
    <ScrollArea className="scroll" label={t('shape.tab')}>
      <fieldset className="stack" disabled={disabled}>
        <legend className="visually-hidden">{t('shape.tab')}</legend>
        <p className="quiet">{t('shape.help')}</p>
        {steps.map((step, index) => (
          <ShapeStepCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
            key={index}
            number={index + 1}
            step={step}
            before={afterSteps(table, steps.slice(0, index))}
            onChange={(changed) => put(index, changed)}
            onRemove={() => setSteps(steps.filter((_, place) => place !== index))}
          />
        ))}
        {proposed.map((shape) => (
          <section className="group" key={JSON.stringify(shape)} aria-label={t('shape.proposed')}>
            <p>
              <strong>{t('shape.proposed')}</strong> <StepWords step={shape} />
            </p>
            <div className="row">
              <Button icon="check" onClick={() => setSteps([...steps, shape])}>
                {t('shape.accept')}
              </Button>
            </div>
          </section>
        ))}
        {steps.length === 0 && proposed.length === 0 && <p>{t('shape.none')}</p>}
        <NewStep
          columns={afterSteps(table, steps).columns}
          known={preview.columns}
          onAdd={(step) => setSteps([...steps, step])}
        />
      </fieldset>
    </ScrollArea>
  )
}
