import { expect, test } from 'vitest'
import { faultOf } from '../../../tests/helpers/import-files'
import { checkZone, zoneStretches } from './zones'

test('Prague in 2024: the skipped hour of March and the doubled one of October', () => {
  expect(zoneStretches('Europe/Prague', 2024, 2024)).toEqual([
    { from: null, offset: 3600, why: 'usual' },
    { from: '2024-03-31 02:00:00', offset: null, why: 'skipped' },
    { from: '2024-03-31 03:00:00', offset: 7200, why: 'usual' },
    { from: '2024-10-27 02:00:00', offset: null, why: 'twice' },
    { from: '2024-10-27 03:00:00', offset: 3600, why: 'usual' },
  ])
})

test('zones without summer time and fixed offsets have one stretch', () => {
  expect(zoneStretches('UTC', 1990, 2030)).toEqual([{ from: null, offset: 0, why: 'usual' }])
  expect(zoneStretches('+01:00', 2024, 2024)).toEqual([{ from: null, offset: 3600, why: 'usual' }])
  expect(zoneStretches('-0330', 2024, 2024)).toEqual([{ from: null, offset: -12600, why: 'usual' }])
  expect(zoneStretches('Asia/Kolkata', 2000, 2020)).toEqual([{ from: null, offset: 19800, why: 'usual' }])
})

test('half-hour summer time and the southern year', () => {
  const stretches = zoneStretches('Australia/Lord_Howe', 2024, 2024)
  expect(stretches.map(({ why }) => why)).toEqual(['usual', 'twice', 'usual', 'skipped', 'usual'])
  expect(stretches[3]).toEqual({ from: '2024-10-06 02:00:00', offset: null, why: 'skipped' })
  expect(stretches[4]).toEqual({ from: '2024-10-06 02:30:00', offset: 39600, why: 'usual' })
})

test('a zone that does not exist is refused by name', async () => {
  const fault = await faultOf((async () => checkZone('Europe/Brno', 'cas'))())
  expect(fault).toMatchObject({ code: 'import.unknown-zone', values: { zone: 'Europe/Brno', column: 'cas' } })
  expect(checkZone('Europe/Prague', 'cas')).toBe('Europe/Prague')
})
