import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quoteTable } from '../../analyses/model/database'
import { FaultError } from '../../analyses/model/fault'
import { importSource, removeDataSet } from '../../main/workspace/data-sets'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { engineWorker } from '../helpers/engine'
import { quietJob } from '../helpers/import-files'
import { Flaw } from './check-file'

/** One project on the disk for all files that go through the real engine. */
export class CheckedProject {
  private constructor(
    private readonly project: Project,
    private readonly folder: string,
  ) {}

  static async open(): Promise<CheckedProject> {
    const folder = mkdtempSync(join(tmpdir(), 'fuzz-project-'))
    const path = join(folder, 'projekt.duckdb')
    const open = { create: true, workerPath: engineWorker(), app: 'Fuzz', job: quietJob }
    return new CheckedProject(await openProject(path, open), folder)
  }

  /** What stands in the project: every table and view with its columns, and the list of data sets. */
  private async state(): Promise<string> {
    const { database } = this.project
    const columns = await database.rows(
      `select table_schema as s, table_name as t, string_agg(column_name, ',' order by ordinal_position) as c
       from information_schema.columns where table_schema not in ('information_schema', 'pg_catalog') group by all order by all`,
    )
    const listed = await database.rows('select name, row_count from workbench.data_set order by position')
    const audits = await database.rows(`select count(*) as n from workbench.audit`).catch(() => [])
    return JSON.stringify([columns, listed, audits])
  }

  /** Imports a file; afterwards the project is as before, or holds exactly what the receipt says. */
  async check(path: string): Promise<string> {
    const before = await this.state()
    try {
      const { dataSets } = await importSource(this.project, path, { maxRejectedShare: 1 }, quietJob)
      for (const { name, rows, rejects } of dataSets) {
        const of = (schema: 'raw' | 'rejects') => quoteTable({ schema, name })
        const [row] = await this.project.database.rows(
          `select (select count(distinct _line) from ${of('raw')}) as n, (select count(*) from ${of('raw')}) as m,
           ${rejects === null ? '0' : `(select count(*) from ${of('rejects')})`} as r, (select count(*) from main."${name}") as v`,
        )
        const told = rows.loaded + rows.rejected + rows.preamble + rows.footer
        if (told !== rows.read) throw new Flaw(`receipt: read ${rows.read}, but ${JSON.stringify(rows)}`)
        if (Number(row?.['m']) !== rows.loaded && Number(row?.['n']) !== rows.loaded)
          throw new Flaw(`${name}: ${row?.['m']} rows for ${rows.loaded} loaded`)
        if (Number(row?.['r']) !== rows.rejected)
          throw new Flaw(`${name}: ${row?.['r']} rejects for ${rows.rejected}`)
      }
      for (const { name } of dataSets) await removeDataSet(this.project, name)
      return this.unchanged(before, 'loaded')
    } catch (error) {
      if (!(error instanceof FaultError)) throw error
      return this.unchanged(before, error.fault.code)
    }
  }

  private async unchanged(before: string, outcome: string): Promise<string> {
    if ((await this.state()) !== before) throw new Flaw(`the project is not as before (${outcome})`)
    if (!outcome.startsWith('import.') && outcome !== 'loaded')
      throw new Flaw(`a fault of another area: ${outcome}`)
    return `project ${outcome}`
  }

  async close(): Promise<void> {
    await this.project.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
