import { Findings } from '../../main/ingest/csvw/findings'
import { loadGroup } from '../../main/ingest/csvw/locate'
import { validateGroup } from '../../main/ingest/csvw/validate'
import { quietJob } from './import-files'
import { memoryWeb } from './memory-web'

export const csvwContext = 'http://www.w3.org/ns/csvw'
export type SiteFiles = Readonly<Record<string, string | object>>

/** What is found wrong when the metadata `m.json` of a small site are validated: severity, code, place, line. */
export async function check(files: SiteFiles, path = 'm.json'): Promise<readonly string[]> {
  const web = memoryWeb(files)
  const findings = new Findings()
  const group = await loadGroup(`http://example.org/${path}`, web, findings)
  if (group !== null) await validateGroup(group, web, findings, quietJob)
  return said(findings)
}

export const said = (findings: Findings): readonly string[] =>
  findings.all.map(({ severity, code, at, line, count }) =>
    [severity, code, at, line === null ? '' : `${line}`, count > 1 ? `x${count}` : '']
      .filter((part) => part !== '')
      .join(' '),
  )

/** The site's one table. */
export const csv = 'id,name\n1,a\n2,b\n'
export const columns = [
  { titles: 'id', name: 'id' },
  { titles: 'name', name: 'name' },
]
export const meta = (more: object = {}, schema: object = {}) => ({
  '@context': csvwContext,
  url: 't.csv',
  tableSchema: { columns, ...schema },
  ...more,
})
export const described = (more: object = {}, schema: object = {}) =>
  check({ 't.csv': csv, 'm.json': meta(more, schema) })
export const column = (more: object) => [{ ...columns[0], ...more }, columns[1]]
