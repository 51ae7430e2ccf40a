import { refuse } from '../../analyses/model/fault'
import { type RunRecord, runRecordSchema } from '../../analyses/model/run-record'

/** A run record from the text of a file, or the fault that says what is wrong with it. */
export function readRunRecord(text: string, path: string): RunRecord {
  const parsed = runRecordSchema.safeParse(parseJson(text, path))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return refuse(
    'verify.not-a-record',
    { detail: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() },
    path,
  )
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('verify.not-a-record', { detail: 'JSON' }, path)
  }
}
