import { expect, test } from 'vitest'
import { territoryRole } from './territory-key'

test.each([
  'NUTS_ID',
  'nuts3_kod',
  'LAU_ID',
  'LAU1_KOD',
  'KOD_LAU2',
  'KOD_OBEC',
  'KOD_OKRES',
  'ICZUJ',
  'JPT_KOD_JE',
  'GISCO_ID',
  'NUTS',
])('%s is the key of a territory, as text', (label) =>
  expect(territoryRole(label)).toEqual({ type: 'code', role: 'territory' }),
)

test.each(['KOD', 'NAZEV', 'NUTS_NAME', 'id', 'FID', 'CNTR_CODE', 'LAU_NAME', 'name', 'typ_obce'])(
  '%s is not one by its name alone',
  (label) => expect(territoryRole(label)).toBeNull(),
)
