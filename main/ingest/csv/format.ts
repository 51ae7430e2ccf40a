import { plainName } from '../../../analyses/model/naming'
import type { Format } from '../formats/format'
import { isTextHead } from '../text/survey'
import { delimitedTable, plainShape } from './delimited-table'
import { findTables } from './find-tables'
import { openText, textContents } from './text-source'

/** The survey reads the file once; the search for a second table reads a small one again. */
const SURVEY_SHARE = 0.7
const MAX_SUFFIX = 40

/** Text in columns, in any dialect: what a file of text is when nothing more special fits. */
export const delimitedFormat: Format = {
  id: 'delimited',
  recognise: async ({ head }, { format }) => format === 'delimited' || isTextHead(head),
  async open({ source }, options, job, progress) {
    const text = await openText(source, options, job, (share) => progress(share * SURVEY_SHARE))
    const search = (read: number) => progress(SURVEY_SHARE + (1 - SURVEY_SHARE) * (read / source.bytes))
    const found = await findTables(text, options, job, search)
    const tables = found.map(({ layout, title }, i) =>
      delimitedTable(text, layout, {
        ...plainShape(layout),
        id: `table:${i + 1}`,
        title: title === '' ? nameOf(source.file, i, found.length) : title,
        suffix: plainName(title).slice(0, MAX_SUFFIX).replace(/_+$/, ''),
      }),
    )
    progress(1)
    return { ...textContents(text), tables }
  },
}

const nameOf = (file: string, i: number, count: number): string => (count === 1 ? file : `${file} (${i + 1})`)
