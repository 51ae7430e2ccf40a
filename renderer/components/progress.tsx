import type { StepProgress } from '../../analyses/model/job'
import { isMessageKey, useLanguage } from '../i18n'
import { Button } from './button'

interface ProgressProps {
  readonly title: string
  readonly progress: StepProgress | null
  readonly cancelling: boolean
  readonly onCancel: () => void
}

/** Overall share of a job in steps of equal weight; null while unknown. A guess, and only drawn as one. */
export const shareDone = (progress: StepProgress | null): number | null =>
  progress === null || progress.value === null
    ? null
    : Math.min(1, (progress.step - 1 + progress.value) / Math.max(1, progress.of))

export function Bar({ label, share }: { readonly label: string; readonly share: number | null }) {
  return share === null ? (
    <progress className="bar" aria-label={label} />
  ) : (
    <progress className="bar" aria-label={label} max={1} value={share} />
  )
}

/** Long work: what is being done, how far it is, and how to stop it. Shown after half a second. */
export function Progress({ title, progress, cancelling, onCancel }: ProgressProps) {
  const { t, formats } = useLanguage()
  const share = shareDone(progress)
  const step = progress && isMessageKey(progress.titleKey) ? t(progress.titleKey) : null
  return (
    <div className="progress after-500">
      <div className="progress-text">
        <strong>{title}</strong>
        <span className="quiet">
          {cancelling
            ? t('job.cancelling')
            : [step, share === null ? null : formats.percent(share)].filter(Boolean).join(' · ')}
        </span>
      </div>
      <Bar label={title} share={share} />
      <Button onClick={onCancel} disabled={cancelling}>
        {t('job.cancel')}
      </Button>
    </div>
  )
}
