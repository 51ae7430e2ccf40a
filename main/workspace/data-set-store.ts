import {
  type DataSet,
  type DataSetReceipt,
  dataSetReceiptSchema,
  receiptSchema,
} from '../../analyses/model/data-set'
import { type Database, quoteTable } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'

/** The project's data sets, oldest first. */
export async function listDataSets(database: Database): Promise<DataSet[]> {
  const rows = await database.rows(
    'select name, imported_at, synthetic, row_count, receipt, source from workbench.data_set order by position',
  )
  return rows.map((row) => ({
    name: String(row['name']),
    rows: Number(row['row_count']),
    importedAt: String(row['imported_at']),
    synthetic: row['synthetic'] === true,
    receipt: dataSetReceiptSchema.parse(JSON.parse(String(row['receipt']))),
    source: receiptSchema.shape.source.parse(JSON.parse(String(row['source']))),
  }))
}

export async function findDataSet(database: Database, name: string): Promise<DataSet> {
  const found = (await listDataSets(database)).find((dataSet) => dataSet.name === name)
  return found ?? refuse('project.no-data-set', { name })
}

/** Enters a data set; its tables stand already. */
export async function registerDataSet(
  database: Database,
  source: DataSet['source'],
  dataSet: DataSetReceipt,
  { synthetic, now }: { readonly synthetic: boolean; readonly now: string },
): Promise<void> {
  await database.execute(
    `insert into workbench.data_set
     select $name, coalesce((select max(position) from workbench.data_set), 0) + 1, $now, $synthetic, $rows, $receipt, $source`,
    {
      name: dataSet.name,
      now,
      synthetic,
      rows: dataSet.observations ?? dataSet.rows.loaded,
      receipt: JSON.stringify(dataSet),
      source: JSON.stringify(source),
    },
  )
}

/** Data sets made from this one, and those made from them, each after what it was made from. */
export async function madeFrom(database: Database, name: string): Promise<readonly DataSet[]> {
  const all = await listDataSets(database)
  const found: DataSet[] = []
  const look = (origin: string) => {
    for (const dataSet of all) {
      if (dataSet.receipt.made?.from !== origin) continue
      found.push(dataSet)
      look(dataSet.name)
    }
  }
  look(name)
  return found
}

export async function refuseOrigin(database: Database, name: string): Promise<void> {
  const made = await madeFrom(database, name)
  if (made.length === 0) return
  const others = made.map((dataSet) => dataSet.name).join(', ')
  refuse('data.others-made-from', { name, others, count: made.length })
}

export async function dropDataSet(transaction: Database, name: string): Promise<void> {
  await transaction.execute(`drop view if exists ${quoteTable({ schema: 'main', name })}`)
  await transaction.execute(`drop table if exists ${quoteTable({ schema: 'raw', name })}`)
  await transaction.execute(`drop table if exists ${quoteTable({ schema: 'rejects', name })}`)
  await transaction.execute('delete from workbench.data_set where name = $name', { name })
}
