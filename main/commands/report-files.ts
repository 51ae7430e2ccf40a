import { type Composition, compositionSchema } from '../../analyses/model/composition'
import { refuse } from '../../analyses/model/fault'
import { type Published, publishedSchema } from '../../analyses/model/published'
import { type RunRecord, runRecordSchema } from '../../analyses/model/run-record'

/** What a file a report is made of may be. */
export type ReportFile =
  | { readonly kind: 'run'; readonly record: RunRecord }
  | { readonly kind: 'composition'; readonly composition: Composition }
  | { readonly kind: 'published'; readonly published: Published }

/** A run record, a composition of a report or a report exported as JSON, from the text of a file. */
export function readReportFile(text: string, path: string): ReportFile {
  const document = parseJson(text, path)
  switch (formatOf(document)) {
    case 'workbench-report/1': {
      const parsed = compositionSchema.safeParse(document)
      if (parsed.success) return { kind: 'composition', composition: parsed.data }
      return refuse('report.not-a-composition', { file: path, detail: firstIssue(parsed.error) }, path)
    }
    case 'workbench-published/1': {
      const parsed = publishedSchema.safeParse(document)
      if (!parsed.success)
        return refuse('report.not-a-composition', { file: path, detail: firstIssue(parsed.error) }, path)
      return { kind: 'published', published: parsed.data }
    }
    default: {
      const parsed = runRecordSchema.safeParse(document)
      if (parsed.success) return { kind: 'run', record: parsed.data }
      return refuse('verify.not-a-record', { detail: firstIssue(parsed.error) }, path)
    }
  }
}

const formatOf = (document: unknown): unknown =>
  typeof document === 'object' && document !== null && 'format' in document ? document.format : null

interface Issues {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}

function firstIssue({ issues: [issue] }: Issues): string {
  return `${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}`.trim()
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('verify.not-a-record', { detail: 'JSON' }, path)
  }
}
