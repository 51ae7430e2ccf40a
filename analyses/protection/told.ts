import { type LedgerCell, type LedgerEntry, ledgerCellKey } from '../model/disclosure'

/**
 * How many earlier exports of the same data told something this one does not tell. The same thing written once more
 * adds nothing to what a reader knows, and must not look different for it.
 */
export function earlierExports(ledger: readonly LedgerEntry[], cells: readonly LedgerCell[]): number {
  const bases = new Set(cells.map(({ basis }) => basis))
  const own = new Set(cells.map(ledgerCellKey))
  return ledger.filter(({ cells: told }) =>
    told.some((cell) => bases.has(cell.basis) && !own.has(ledgerCellKey(cell))),
  ).length
}
