import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { cancellingContract } from './database/cancelling'
import { resultsContract } from './database/results'
import { code, oneRow } from './database/shared'
import { transactionsContract } from './database/transactions'
import { valuesContract } from './database/values'

/** Opens a fresh, empty, writable database; `reopen` closes it and opens the same file again. */
export interface Opener {
  open(): Promise<Database>
  reopen(database: Database): Promise<Database>
}

/** What every engine behind the `Database` port must do, run on whichever `opener` opens; the parts share one file. */
export function databaseContract(name: string, opener: Opener): void {
  describe(`Database port: ${name}`, () => {
    let database: Database
    beforeAll(async () => {
      database = await opener.open()
      for (const schema of ['raw', 'rejects', 'workbench']) await database.execute(`CREATE SCHEMA ${schema}`)
    })
    afterAll(() => database.close())
    const opened = () => database
    const one = oneRow(opened)

    valuesContract(opened)
    resultsContract(opened)
    transactionsContract(opened)
    cancellingContract(opened)

    // Last, because it replaces the database.
    test('everything committed is there after closing and opening again', async () => {
      const before = await database.rows('SELECT i FROM ledger ORDER BY i')
      database = await opener.reopen(database)
      expect(await database.rows('SELECT i FROM ledger ORDER BY i')).toEqual(before)
      expect(await one('SELECT count(*) AS n FROM raw.many')).toEqual({ n: 60_000 })
      await expect(database.rows('SELECT * FROM scratch.main."lidé ""2023"""')).rejects.toMatchObject(
        code('engine.sql'),
      )
    })
  })
}
