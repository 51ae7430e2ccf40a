// Makes analyses/reference/territories/lists/*.json from public files. Run by hand when an edition is added:
//   node tests/reference/territories/make-lists.mjs <folder of source files> <iso_3166-1.json of iso-codes>
// Codes, names and validity are facts; what no source file states is written out below with its origin.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import {
  came2013,
  came2013Kept,
  gone2010,
  left2013,
  slovak,
  upper,
  upperFrom2016,
  upperTo2013,
  voivodeships,
} from './facts.mjs'

const [folder, isoFile] = process.argv.slice(2)
if (isoFile === undefined) throw new Error('usage: make-lists.mjs <folder of source files> <iso_3166-1.json>')
const target = fileURLToPath(new URL('../../../analyses/reference/territories/lists/', import.meta.url))
const read = (path) => readFileSync(join(folder, path))
const json = (path) => JSON.parse(read(path).toString('utf8'))
const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

function write(name, content) {
  writeFileSync(join(target, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`)
}

/** Check digit of the registers of the Czech Statistical Office (weights 2, 3, 4, 5, 6 from the right, modulus 11). */
function withCheckDigit(stem) {
  const digits = [...String(stem)].reverse().map(Number)
  const sum = digits.reduce((total, digit, i) => total + digit * (i + 2), 0)
  return `${stem}${(11 - (sum % 11)) % 10}`
}

// ---- NUTS -------------------------------------------------------------------------------------------------------

function dbf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [rows, header, size] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  const fields = []
  for (let at = 32; bytes[at] !== 13; at += 32) {
    const name = bytes
      .subarray(at, at + 11)
      .toString('latin1')
      .replace(/\0.*$/s, '')
    fields.push([name, bytes[at + 16]])
  }
  return Array.from({ length: rows }, (_, row) => {
    let at = header + row * size + 1
    return Object.fromEntries(
      fields.map(([name, width]) => {
        const text = iconv.decode(bytes.subarray(at, at + width), 'windows-1252').trim()
        at += width
        return [name, text]
      }),
    )
  })
}

const covered = ['CZ', 'PL', 'SK']
const isCovered = (code) => covered.includes(code.slice(0, 2))
const lossy2010 = dbf(read('geo-nuts2010-shapefile/NUTS_AT_2010.dbf'))
const codes2010 = lossy2010.map((row) => row.NUTS_ID).filter((code) => /^[A-Z]{2}[0-9A-Z]{0,3}$/.test(code))
const regions2021 = JSON.parse(
  gunzipSync(read('geo-nuts2021-geojson-gz/NUTS_RG_03M_2021_4326_LEVL_3.geojson.gz')).toString('utf8'),
).features.map(({ properties }) => [properties.NUTS_ID, properties.NUTS_NAME])
const regions2018 = JSON.parse(
  gunzipSync(read('geo-nuts2021-geojson-gz/eu_nuts_2_eurostat_2018.geojson.gz')).toString('utf8'),
).features.map(({ properties }) => properties.NUTS_ID)

const names2021 = Object.fromEntries(regions2021)
const nuts3Of2021 = regions2021.map(([code]) => code).filter(isCovered)
const own2010 = codes2010.filter(isCovered)
const own2013 = [
  ...own2010.filter((code) => !left2013.includes(code)),
  ...Object.keys(came2013),
  ...came2013Kept,
]
const stems = (codes) => [
  ...new Set(codes.flatMap((code) => [code.slice(0, 2), code.slice(0, 3), code.slice(0, 4), code])),
]
const own2016 = stems(nuts3Of2021)

function nuts(edition, validFrom, validTo, own, names, others, othersLevels, source) {
  const items = [...new Set(own)].sort(byCode).map((code) => {
    const name = names[code] ?? upper[code] ?? names2021[code]
    if (name === undefined) throw new Error(`${edition} ${code} has no name`)
    return `${code}|${name}|${code.length === 2 ? '' : code.slice(0, -1)}`
  })
  const countries = new Map()
  for (const code of [...new Set(others)].filter((each) => !isCovered(each)).sort(byCode))
    countries.set(code.slice(0, 2), [...(countries.get(code.slice(0, 2)) ?? []), code])
  write(`nuts-${edition}`, {
    id: `nuts-${edition}`,
    family: 'nuts',
    edition,
    country: null,
    valid_from: validFrom,
    valid_to: validTo,
    source,
    items,
    others_levels: othersLevels,
    others: Object.fromEntries(
      [...countries].map(([country, codes]) => [
        country,
        codes
          .map((code) => code.slice(2))
          .join(' ')
          .trim(),
      ]),
    ),
  })
}

const gisco = 'NUTS of Eurostat (GISCO)'
nuts(
  '2010',
  '2012-01-01',
  '2014-12-31',
  own2010,
  { ...upperTo2013, ...gone2010 },
  codes2010,
  [0, 1, 2, 3],
  `${gisco} NUTS_AT_2010; Polish names with their letters restored; Regulation (EU) 31/2011`,
)
nuts(
  '2013',
  '2015-01-01',
  '2017-12-31',
  own2013,
  { ...upperTo2013, ...gone2010, ...came2013 },
  [],
  [],
  `${gisco} 2010 with the changes of Regulation (EU) 1319/2013 for Poland; Czechia and Slovakia did not change; other countries not held`,
)
const levels2 = [...new Set(regions2018.flatMap((code) => [code.slice(0, 2), code.slice(0, 3), code]))]
nuts(
  '2016',
  '2018-01-01',
  '2020-12-31',
  own2016,
  upperFrom2016,
  levels2,
  [0, 1, 2],
  `${gisco} NUTS 2 of 2016; NUTS 3 of Czechia, Poland and Slovakia have the codes of 2021; Regulation (EU) 2016/2066`,
)
nuts(
  '2021',
  '2021-01-01',
  '2023-12-31',
  own2016,
  upperFrom2016,
  stems(regions2021.map(([code]) => code)),
  [0, 1, 2, 3],
  `${gisco} NUTS_RG_03M_2021_4326_LEVL_3; Regulation (EU) 2019/1755`,
)
const regions2024 = read('eurostat-mojibake-tourism-csv/DOMESTIC.csv')
  .toString('utf8')
  .replace(/^\uFEFF/, '')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(',')[0])
  .filter((code) => /^[A-Z]{2}[0-9A-Z]{2}$/.test(code))
nuts(
  '2024',
  '2024-01-01',
  null,
  own2016,
  upperFrom2016,
  regions2024.flatMap((code) => [code.slice(0, 2), code.slice(0, 3), code]),
  [0, 1, 2],
  'NUTS 2 of 2024 as in the regional yearbook of Eurostat; Czechia, Poland and Slovakia keep their codes of 2021; Regulation (EU) 2023/674',
)

// ---- Czechia ----------------------------------------------------------------------------------------------------

const tracts = (name) =>
  json(`cz-admin-topojson/${name}.topo.json`).objects.tracts.geometries.map(({ properties }) => properties)
const kraje = tracts('kraje').sort((a, b) => byCode(a.NUTS3_KOD, b.NUTS3_KOD))
write('cz-kraj', {
  id: 'cz-kraj',
  country: 'CZ',
  level: 'kraj',
  valid_from: '2000-01-01',
  valid_to: null,
  source:
    'RÚIAN (ČÚZK) by way of the map of PAQ Research; numbers of list 100 of the Czech Statistical Office follow from their order and check digit',
  keys: ['nuts', 'ruian', 'csu'],
  items: kraje.map((kraj, i) => `${kraj.NUTS3_KOD}|${kraj.KOD}|${withCheckDigit(301 + i)}|${kraj.NAZEV}|CZ`),
})

/** First two digits of the numbers of districts in elections, by region. */
const electionRegion = {
  CZ020: '21',
  CZ031: '31',
  CZ032: '32',
  CZ041: '41',
  CZ042: '42',
  CZ051: '51',
  CZ052: '52',
  CZ053: '53',
  CZ063: '61',
  CZ064: '62',
  CZ071: '71',
  CZ072: '72',
  CZ080: '81',
}
const place = (sign) => (sign >= 'A' ? sign.charCodeAt(0) - 55 : Number(sign))
const okresy = tracts('okresy').sort((a, b) => byCode(a.LAU1_KOD, b.LAU1_KOD))
const beyondPraha = okresy.filter(({ LAU1_KOD }) => LAU1_KOD !== 'CZ0100')
const election = ({ LAU1_KOD, NUTS3_KOD }) =>
  LAU1_KOD === 'CZ0100'
    ? '1100'
    : `${electionRegion[NUTS3_KOD]}${String(place(LAU1_KOD[5])).padStart(2, '0')}`
const number101 = (okres) =>
  withCheckDigit(okres.LAU1_KOD === 'CZ0100' ? 4092 : 4016 + beyondPraha.indexOf(okres))
const electionRows = read('cz-volby-prez2023/pet1.csv')
  .toString('utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(';'))
const electionCodes = new Set(electionRows.map((cells) => cells[3].replaceAll('"', '')))
for (const okres of okresy)
  if (!electionCodes.has(election(okres))) throw new Error(`no votes in ${okres.NAZEV}`)
write('cz-okres', {
  id: 'cz-okres',
  country: 'CZ',
  level: 'okres',
  valid_from: '2008-01-01',
  valid_to: null,
  source:
    'RÚIAN (ČÚZK) by way of the map of PAQ Research; election numbers checked against the results of 2023; numbers of list 101 of the Czech Statistical Office follow from their order and check digit',
  keys: ['lau1', 'ruian', 'election', 'csu'],
  items: okresy.map(
    (okres) =>
      `${okres.LAU1_KOD}|${okres.KOD}|${election(okres)}|${number101(okres)}|${okres.NAZEV}|${okres.NUTS3_KOD}`,
  ),
  /** Not a district, but it stands among them in the results of elections. */
  extra: { election: ['9999|zahraničí'] },
})

const rowsOf = (path) =>
  iconv
    .decode(read(path), 'windows-1250')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
const krajOfOrp = new Map(
  tracts('orp').map((orp) => [orp.KOD, kraje.find(({ NAZEV }) => NAZEV === orp.VUSC_NAZEV)?.NUTS3_KOD]),
)
write('cz-orp', {
  id: 'cz-orp',
  country: 'CZ',
  level: 'orp',
  valid_from: '2003-01-01',
  valid_to: null,
  source: 'List 65 (CISORP) of the Czech Statistical Office with its keys to RÚIAN',
  keys: ['csu', 'ruian'],
  items: rowsOf('cz-csu-codelists-cp1250/CIS0065_CS.csv').map((cells) => {
    const kraj = krajOfOrp.get(cells[8])
    if (kraj === undefined) throw new Error(`no region of ${cells[5]}`)
    return `${cells[3]}|${cells[8]}|${cells[5]}|${kraj}`
  }),
})
write('cz-praha-district', {
  id: 'cz-praha-district',
  country: 'CZ',
  level: 'spravni-obvod',
  valid_from: '2001-07-01',
  valid_to: null,
  source: 'List 72 (CISSOP) of the Czech Statistical Office',
  keys: ['csu', 'ruian'],
  items: rowsOf('cz-csu-codelists-cp1250/CIS0072_CS.csv').map(
    (cells) => `${cells[3]}|${cells[8]}|${cells[5]}|CZ0100`,
  ),
})
const praha = [
  ...new Set(
    electionRows.filter((cells) => cells[3].includes('1100')).map((cells) => cells[4].replaceAll('"', '')),
  ),
].sort(byCode)
if (praha.length !== 57 || praha.includes('554782')) throw new Error(`Praha has ${praha.length} parts`)
write('cz-praha-part', {
  id: 'cz-praha-part',
  country: 'CZ',
  level: 'mestska-cast',
  valid_from: '2002-01-01',
  valid_to: null,
  source:
    'Results of the election of 2023 of the Czech Statistical Office: the city parts of Praha, which stand in list 51 (ZÚJ) in place of 554782',
  keys: ['zuj'],
  items: praha.map((code) => `${code}||554782`),
})

// ---- Slovakia and Poland ----------------------------------------------------------------------------------------

write('sk-okres', {
  id: 'sk-okres',
  country: 'SK',
  level: 'okres',
  valid_from: '1996-07-24',
  valid_to: null,
  source:
    'Act 221/1996 of Slovakia; codes in the order of the Statistical Office of the Slovak Republic (LAU 1, list 0024)',
  keys: ['lau1', 'susr'],
  items: Object.entries(slovak).flatMap(([kraj, names], k) =>
    names
      .split(', ')
      .map(
        (name, i) =>
          `${kraj}${(i + 1).toString(36).toUpperCase()}|${k + 1}${String(i + 1).padStart(2, '0')}|${name}|${kraj}`,
      ),
  ),
})
write('pl-wojewodztwo', {
  id: 'pl-wojewodztwo',
  country: 'PL',
  level: 'wojewodztwo',
  valid_from: '1999-01-01',
  valid_to: null,
  source: 'TERYT, system TERC, of Statistics Poland',
  keys: ['teryt'],
  items: Object.entries(voivodeships)
    .sort(([a], [b]) => byCode(a, b))
    .map(([code, name]) => `${code}|${name}|PL`),
})

// ---- Countries --------------------------------------------------------------------------------------------------

const countries = JSON.parse(readFileSync(isoFile, 'utf8'))['3166-1'].sort((a, b) =>
  byCode(a.alpha_2, b.alpha_2),
)
write('country', {
  id: 'country',
  country: null,
  level: 'country',
  valid_from: null,
  valid_to: null,
  source: 'ISO 3166-1 codes and names from the package iso-codes',
  keys: ['iso2', 'iso3', 'numeric'],
  /** As the European Union writes them. */
  extra: { iso2: ['EL|Greece', 'UK|United Kingdom', 'XK|Kosovo'] },
  items: countries.map((c) => `${c.alpha_2}|${c.alpha_3}|${c.numeric}|${c.common_name ?? c.name}|`),
})
