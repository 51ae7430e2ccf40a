import { appendFileSync } from 'node:fs'
import { Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow'
import { openProjectFile } from '../../main/db/project-file'

// Writes to a project until it is killed. What it has written is noted in the ledger only after the engine
// acknowledged it, so every line of the ledger must be found in the file afterwards.

const [path = '', workerPath = '', ledger = '', from = '1'] = process.argv.slice(2)
const rowsPerImport = 3_000

const project = await openProjectFile(path, { workerPath, create: true, app: 'Torture' })
await project.write(async (transaction) => {
  for (const schema of ['raw', 'rejects', 'workbench'])
    await transaction.execute(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  await transaction.execute('CREATE TABLE IF NOT EXISTS workbench.job (id BIGINT, kind VARCHAR)')
  await transaction.execute('CREATE TABLE IF NOT EXISTS raw.people (job BIGINT, code VARCHAR, n BIGINT)')
  await transaction.execute('CREATE TABLE IF NOT EXISTS workbench.total (k BIGINT PRIMARY KEY, n BIGINT)')
})
appendFileSync(ledger, 'ready\n')

for (let job = Number(from); ; job += 1) {
  const kind = job % 3 === 0 ? 'run' : 'import'
  await project.write(async (transaction) => {
    if (kind === 'import') {
      const codes = Array.from(
        { length: rowsPerImport },
        (_, row) => `${job}-${String(row).padStart(5, '0')}`,
      )
      const table = new Table({
        job: vectorFromArray(new BigInt64Array(rowsPerImport).fill(BigInt(job))),
        code: vectorFromArray(codes, new Utf8()),
        n: vectorFromArray(new BigInt64Array(rowsPerImport).fill(1n)),
      })
      await transaction.insertArrow({ schema: 'raw', name: 'people' }, tableToIPC(table, 'stream'))
    } else {
      await transaction.execute('UPDATE raw.people SET n = n + 1 WHERE job = $job', { job: job - 1 })
      await transaction.execute(
        'CREATE OR REPLACE TABLE main.result AS SELECT job, count(*) AS n FROM raw.people GROUP BY job',
      )
    }
    await transaction.execute(
      'INSERT INTO workbench.total VALUES ($k, 1) ON CONFLICT (k) DO UPDATE SET n = n + 1',
      { k: job % 20 },
    )
    await transaction.execute('INSERT INTO workbench.job VALUES ($job, $kind)', { job, kind })
  })
  appendFileSync(ledger, `${job}\n`)
}
