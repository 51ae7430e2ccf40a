import type { ColumnOptions, ImportOptions, SourcePreview } from '../../../analyses/model/data-set'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import {
  type ColumnCorrection,
  type Correction,
  correct,
  correctColumn,
  saidOf,
  scopeOf,
  stepsOf,
  withSteps,
} from './import-options'
import { masked, type PersonalColumn, undecided } from './personal-draft'

/** What was said so far of the import, seen from the table that is shown. */
export interface ImportDraft {
  readonly preview: SourcePreview
  /** Everything that holds: the recipe's word and the person's. */
  readonly options: ImportOptions
  readonly table: string | null
  readonly disabled: boolean
  /** Columns that seem to identify persons, those nothing was decided about, those whose values are not shown. */
  readonly personal: readonly PersonalColumn[]
  readonly open: readonly PersonalColumn[]
  readonly masked: ReadonlySet<string>
  readonly steps: readonly ShapeStep[]
  readonly said: (column: string) => ColumnOptions
  readonly set: (change: Correction) => void
  readonly change: (made: (options: ImportOptions) => ImportOptions) => void
  readonly setColumn: (column: string, change: ColumnCorrection) => void
  readonly setSteps: (steps: readonly ShapeStep[]) => void
}

interface DraftParts {
  readonly preview: SourcePreview
  /** Said by the person alone: what is sent. */
  readonly own: ImportOptions
  /** What holds, with the recipe. */
  readonly options: ImportOptions
  /** Personal columns that only reading the whole file showed. */
  readonly late: readonly PersonalColumn[]
  readonly disabled: boolean
  readonly onChange: (options: ImportOptions) => void
}

function personalColumns(preview: SourcePreview, late: readonly PersonalColumn[]): readonly PersonalColumn[] {
  const labels = new Map(preview.columns.map(({ name, label }) => [name, label]))
  const found = preview.personal.map(({ column, kind, share }) => ({
    column,
    label: labels.get(column) || column,
    kind,
    share,
  }))
  const known = new Set(found.map(({ column }) => column))
  const more = late.filter(({ column }) => !known.has(column) && labels.has(column))
  return [...found, ...more.map((one) => ({ ...one, label: labels.get(one.column) || one.column }))]
}

export function makeDraft({ preview, own, options, late, disabled, onChange }: DraftParts): ImportDraft {
  const table = scopeOf(preview, options)
  // A look leaves out what it does not depend on; the person's own word has it.
  const said = (column: string) => ({ ...saidOf(options, table, column), ...saidOf(own, table, column) })
  const personal = personalColumns(preview, late)
  return {
    preview,
    options,
    table,
    disabled,
    personal,
    open: undecided(personal, said),
    masked: masked(personal, said),
    steps: stepsOf(own, table) ?? stepsOf(options, table) ?? [],
    said,
    set: (change) => onChange(correct(own, change)),
    change: (made) => onChange(made(own)),
    setColumn: (column, change) => onChange(correctColumn(own, table, column, change)),
    setSteps: (steps) => onChange(withSteps(own, table, steps)),
  }
}
