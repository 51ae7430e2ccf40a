import type { Format } from '../formats/format'
import { isTextHead } from '../text/survey'
import { delimitedTable, plainShape } from './delimited-table'
import { findLayout } from './layout'
import { openText, textContents } from './text-source'

/** Text in columns, in any dialect: what a file of text is when nothing more special fits. */
export const delimitedFormat: Format = {
  id: 'delimited',
  recognise: async ({ head }, { format }) => format === 'delimited' || isTextHead(head),
  async open({ source }, options, job, progress) {
    const text = await openText(source, options, job, progress)
    const layout = await findLayout(source, text.survey, options)
    return { ...textContents(text), tables: [delimitedTable(text, layout, plainShape(layout))] }
  },
}
