import { DuckDBInstance } from '@duckdb/node-api'
import { measure, words } from './measure'

// Native DuckDB's own reader with one thread, into a file: nothing but `create table as` and the checkpoint.
const [file = '', folder = '', reading = ''] = words(3)
await measure(async () => {
  const instance = await DuckDBInstance.create(`${folder}/native.duckdb`, { threads: '1' })
  const connection = await instance.connect()
  const path = file.replaceAll("'", "''")
  const options = reading === 'text' ? ', all_varchar = true' : ''
  await connection.run(`create table readings as select * from read_csv('${path}'${options})`)
  await connection.run('checkpoint')
  const result = await connection.runAndReadAll('select count(*) as n from readings')
  const rows = Number(result.getRowObjects()[0]?.['n'] ?? 0)
  connection.closeSync()
  instance.closeSync()
  return { rows }
})
