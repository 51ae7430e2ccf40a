import { ownStatus } from '../model/absence'
import { isHiddenStatus } from '../model/disclosure'
import type { Row } from '../model/table'

/**
 * A second lock behind the protection of records: a value whose own status says that it is hidden is taken out,
 * whoever left it there.
 */
export function withoutHidden(row: Row): Row {
  const statuses = Object.keys(row).filter((name) => name.endsWith('_status') && isHiddenStatus(row[name]))
  if (statuses.length === 0) return row
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const own = ownStatus(Object.keys(row), name)
      const hidden = own !== undefined && own !== name && statuses.includes(own)
      return [name, hidden && typeof value === 'number' ? null : value]
    }),
  )
}
