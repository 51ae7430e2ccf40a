import type { Problem } from '../../analyses/model/data-set'
import type { ProblemCode } from '../../analyses/model/problems'

/** Something worth telling that does not stop the import; `line` is where it is met first. */
export const problem = (
  code: ProblemCode,
  count: number,
  line: number | null,
  column?: string,
  subject?: string,
): Problem => ({
  code,
  count,
  example_line: line,
  ...(column === undefined ? {} : { column }),
  ...(subject === undefined ? {} : { subject }),
})
