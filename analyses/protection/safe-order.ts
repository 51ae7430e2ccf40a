import { withoutTellingOrder } from '../model/row-order'
import type { RunRecord } from '../model/run-record'

/** Where a hidden value lies among others must not be seen from where its row stands. */
export const inSafeOrder = (record: RunRecord): RunRecord => ({
  ...record,
  tables: Object.fromEntries(
    Object.entries(record.tables).map(([name, rows]) => [
      name,
      [
        ...withoutTellingOrder(
          rows,
          (record.schema[name] ?? []).map((column) => column.name),
        ),
      ],
    ]),
  ),
})
