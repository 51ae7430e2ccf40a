import { type Case, columnsOf, encodingOf, rowsOf, tells } from './fact'

/** Files of Czech offices and of those who work with them. */
export const czech: Readonly<Record<string, Case>> = {
  'cz-csu-codelists-cp1250': {
    facts: [
      { about: 'CIS0065: 206 items', ask: rowsOf('CIS0065_CS.csv'), is: 206 },
      {
        about: 'the empty last line is no record and no reject',
        sql: `select count(*) from raw.cis0065_cs where chodnota is null or chodnota = ''`,
        is: 0,
      },
      { about: 'CIS0065: 9 columns', ask: columnsOf('CIS0065_CS.csv'), is: 9 },
      { about: 'windows-1250', ask: encodingOf('CIS0065_CS.csv'), is: 'windows-1250' },
      {
        about: '48 letters š and 12 letters ž (bytes 9A and 9E)',
        sql: `select sum(length(t) - length(replace(t, 'š', ''))), sum(length(t) - length(replace(t, 'ž', '')))
          from (select zkrtext || text as t from raw.cis0065_cs)`,
        is: [[48, 12]],
      },
      {
        about:
          '6203 = Brno, RÚIAN 1317; 6108 Nové Město na Moravě; 6115 Žďár nad Sázavou; 1000 = Praha, RÚIAN 19',
        sql: `select chodnota, text, case when chodnota in ('1000', '6203') then kod_ruian end from raw.cis0065_cs
          where chodnota in ('6203', '6108', '6115', '1000') order by 1`,
        is: [
          ['1000', 'Praha', '19'],
          ['6108', 'Nové Město na Moravě', null],
          ['6115', 'Žďár nad Sázavou', null],
          ['6203', 'Brno', '1317'],
        ],
      },
      {
        about: '206 distinct KOD_RUIAN (the join with orp.topo.json is checked there)',
        sql: 'select count(distinct kod_ruian) from raw.cis0065_cs',
        is: 206,
      },
      {
        about: 'validity ends 09.09.9999, a date and not an error',
        sql: `select distinct admnepo from raw.cis0065_cs`,
        is: [['09.09.9999']],
      },
      { about: 'CIS0072: 22 rows', ask: rowsOf('CIS0072_CS.csv'), is: 22 },
      {
        about: '1122 = Praha 22',
        sql: `select text from raw.cis0072_cs where chodnota = '1122'`,
        is: 'Praha 22',
      },
    ],
  },
  'cz-euvolby-demografie': {
    facts: [
      { about: '6 387 rows', ask: rowsOf('volby_demo_abs.csv'), is: 6387 },
      { about: '60 columns', ask: columnsOf('volby_demo_abs.csv'), is: 60 },
      { about: 'none ragged', ask: tells('volby_demo_abs.csv', 'records.rejected'), is: false },
      { about: 'UTF-8', ask: encodingOf('volby_demo_abs.csv'), is: 'utf-8' },
      {
        about: 'Libhošť: 243 envelopes, 100.0, 243 valid votes',
        sql: `select obalky_n_9_0, platne_hla_n_19_11, platne_hlasy from volby_demo_abs where nazev = 'Libhošť'`,
        is: [[243, 100, 243]],
      },
      {
        about: 'second column sums to 1 507 063',
        sql: 'select sum(obalky_n_9_0) from volby_demo_abs',
        is: 1507063,
      },
      { about: '5 472 distinct names', sql: 'select count(distinct nazev) from volby_demo_abs', is: 5472 },
    ],
  },
  'cz-obce-aggregates': {
    facts: [
      { about: 'obce_agregace: 6 212 rows', ask: rowsOf('obce_agregace.csv'), is: 6212 },
      { about: 'obce_agregace: 16 columns', ask: columnsOf('obce_agregace.csv'), is: 16 },
      {
        about: 'first OBEC 500011, oD.cat 1-2k as text and no date, its score',
        sql: `select obec, od_cat, typeof(od_cat), score from obce_agregace where obec = '500011'`,
        is: [['500011', '1-2k', 'VARCHAR', 0.0056743396869994]],
      },
      { about: 'kriminalita: 6 254 rows', ask: rowsOf('kriminalita_obce.csv'), is: 6254 },
      {
        about: '500011: 1.89504455641421e-05 (the case says p80; in the file it stands under p81)',
        sql: `select p81 from kriminalita_obce where obec_kod = '500011'`,
        is: 1.89504455641421e-5,
      },
      {
        about: '42 municipalities are absent from obce_agregace',
        sql: 'select count(*) from kriminalita_obce k anti join obce_agregace a on k.obec_kod = a.obec',
        is: 42,
      },
      { about: 'both files are pure ASCII', ask: encodingOf('obce_agregace.csv'), is: 'utf-8' },
    ],
  },
  'cz-paq-school-capacity': {
    facts: [
      { about: '216 rows', ask: rowsOf('Kapacity_s_tridami.csv'), is: 216 },
      { about: '50 fields each', ask: columnsOf('Kapacity_s_tridami.csv'), is: 50 },
      {
        about: 'no header row, and this is told',
        ask: tells('Kapacity_s_tridami.csv', 'header.missing'),
        is: true,
      },
      {
        about: '432 cells with %',
        sql: `select count(*) from (unpivot (select columns(c -> c <> '_line') from raw.kapacity_s_tridami)
          on columns(*) into name n value v) where v like '%\\%%' escape '\\'`,
        is: 432,
      },
      {
        about: '57 cells with a space as thousands separator',
        sql: `select count(*) from (unpivot (select columns(c -> c <> '_line') from raw.kapacity_s_tridami)
          on columns(*) into name n value v) where regexp_full_match(v, '-?\\d{1,3}( \\d{3})+')`,
        is: 57,
      },
      {
        about: '6203 Brno: field 10 1 216 -> 1216, field 8 15% -> 15',
        sql: `select column_10, column_8 from kapacity_s_tridami where column_1 = '6203'`,
        is: [[1216, 15]],
      },
      { about: '216 codes', sql: 'select count(distinct column_1) from kapacity_s_tridami', is: 216 },
      {
        about: '1101..1110 Praha and code 0 among them',
        sql: `select count(*) from kapacity_s_tridami where column_1 = '0' or column_1 between '1101' and '1110'`,
        is: 11,
      },
      {
        about: 'last row 8122 Vítkov',
        sql: `select column_1, column_2 from raw.kapacity_s_tridami order by _line desc limit 1`,
        is: [['8122', 'Vítkov']],
      },
    ],
  },
  'cz-volby-prez2023': {
    facts: [
      { about: '29 714 rows', ask: rowsOf('pet1.csv'), is: 29714 },
      {
        about: '14 857 rows per round',
        sql: 'select count(*) filter (kolo = 1), count(*) filter (kolo = 2) from pet1',
        is: [[14857, 14857]],
      },
      {
        about: '6 389 codes OBEC, all of 6 digits',
        sql: 'select count(distinct obec), min(length(obec)), max(length(obec)) from raw.pet1',
        is: [[6389, 6, 6]],
      },
      { about: '78 codes OKRES', sql: 'select count(distinct okres) from pet1', is: 78 },
      {
        about: 'round 1: electors, envelopes, valid votes',
        sql: 'select sum(vol_seznam), sum(vyd_obalky), sum(pl_hl_celk) from pet1 where kolo = 1',
        is: [[8245962, 5626824, 5578689]],
      },
      {
        about: 'round 2: HLASY_04, HLASY_07, valid votes',
        sql: 'select sum(hlasy_04), sum(hlasy_07), sum(pl_hl_celk) from pet1 where kolo = 2',
        is: [[3359301, 2399898, 5759199]],
      },
      {
        about: 'Praha (OKRES 1100) has 57 codes OBEC and 554782 is not one of them',
        sql: `select count(distinct obec), count(*) filter (obec = '554782') from raw.pet1 where okres = '1100'`,
        is: [[57, 0]],
      },
      {
        about: 'both rounds stacked: summing doubles, and this is told',
        ask: tells('pet1.csv', 'table.repeated-by'),
        is: true,
      },
    ],
  },
  'cz-volby-candidates-tsv': {
    facts: [
      { about: '5 258 rows', ask: rowsOf('2021.tsv'), is: 5258 },
      { about: '15 columns', ask: columnsOf('2021.tsv'), is: 15 },
      {
        about: 'no quote character in the file',
        sql: `select count(*) from raw.c_2021_2 where j || p || z || b || o like '%"%'`,
        is: 0,
      },
      { about: 'the JSON has the same 5 258 objects', ask: rowsOf('2021.json'), is: 5258 },
      {
        about: 'the same ids, names and ages in both',
        sql: `select count(*) from (select id, k, j, p, a from c_2021 intersect all select id, k, j, p, a from c_2021_2)`,
        is: 5258,
      },
      { about: 'ages (a) 21..90', sql: 'select min(a), max(a) from c_2021_2', is: [[21, 90]] },
      {
        about: '1 607 surnames end in -á; sex stands in column s and is found there',
        sql: `select count(*) from c_2021_2 where p like '%á'`,
        is: 1607,
      },
      {
        about: 'column s has the role sex',
        ask: ({ receipt }) =>
          receipt('2021.tsv')?.dataSets[0]?.columns.find(({ name }) => name === 's')?.role,
        is: 'sex',
      },
      { about: 'vstrany 128 rows', ask: rowsOf('vstrany.tsv'), is: 128 },
      {
        about: '1327 = KDU+ODS+TOP 09',
        sql: `select zkratkav8 from raw.vstrany where vstrana = '1327'`,
        is: 'KDU+ODS+TOP 09',
      },
      { about: 'kraje 14 rows', ask: rowsOf('kraje.tsv'), is: 14 },
    ],
  },
  'cz-chmu-stations': {
    facts: [
      { about: '802 stations', ask: rowsOf('stanice_ids.csv'), is: 802 },
      { about: '15 columns', ask: columnsOf('stanice_ids.csv'), is: 15 },
      {
        about: 'B2BTUR01 = Brno, Tuřany, 16.688889 / 49.153056 / 241 m',
        sql: `select fname, x, y, elevation from stanice_ids where id = 'B2BTUR01'`,
        is: [['Brno, Tuřany', 16.688889, 49.153056, 241]],
      },
      {
        about: 'Blatnice pod svatým Antonínkem needs cp1250',
        sql: `select fname from raw.stanice_ids where id = 'B1BLAT01'`,
        is: 'Blatnice pod svatým Antonínkem',
      },
      {
        about: '4 195 tokens NA',
        sql: `select count(*) from (unpivot (select columns(c -> c <> '_line') from raw.stanice_ids)
          on columns(*) into name n value v) where v = 'NA'`,
        is: 4195,
      },
      { about: 'y2k: 11 stations', ask: rowsOf('y2k_teplota.csv'), is: 11 },
      { about: 'O1LYSA01 -8.4', sql: `select teplota from y2k_teplota where stanice = 'O1LYSA01'`, is: -8.4 },
    ],
  },
  'cz-ofn-csvw': {
    companions: /-metadata\.json$/,
    facts: [
      { about: 'číselník-měn.csv: 2 rows', ask: rowsOf('číselník-měn.csv'), is: 2 },
      { about: 'číselník-měn.csv: 29 columns', ask: columnsOf('číselník-měn.csv'), is: 29 },
      {
        about: 'item codes 064 and 068 are texts',
        ask: async ({ receipt, rows }) => {
          const columns = receipt('číselník-měn.csv')?.dataSets[0]?.columns ?? []
          const found = await rows(
            `select ${columns.map(({ name }) => `"${name}"::varchar`).join(', ')} from ciselnik_men`,
          )
          return ['064', '068'].every((code) => found.some((row) => row.includes(code)))
        },
        is: true,
      },
      {
        about: 'adresy__2.csv: psč 33101, Horní Datová',
        ask: async ({ rows }) => {
          const [row = []] = await rows('select * from adresy_2')
          return ['33101', 'Horní Datová'].map((wanted) =>
            row.map(String).some((cell) => cell.includes(wanted)),
          )
        },
        is: [true, true],
      },
      {
        about: 'lidé-a-osoby__3.csv: last field RNDr. Jakub Novák, Ph.D.',
        ask: async ({ rows }) => (await rows('select * exclude (_line) from raw.lide_a_osoby_3'))[0]?.at(-1),
        is: 'RNDr. Jakub Novák, Ph.D.',
      },
      {
        about: 'headers are the Czech titles, the names those of the metadata',
        ask: ({ receipt }) =>
          receipt('adresy__2.csv')?.dataSets[0]?.columns.some(
            ({ name, label }) => label !== name && /[^\x20-\x7e]/.test(label),
          ),
        is: true,
      },
    ],
  },
  'cz-golemio-air-quality': {
    facts: [
      { about: '17 stations', ask: rowsOf('golemio-AQ.geojson'), is: 17 },
      {
        about: '49 component values: PM10 17, NO2 15, PM2_5 8, O3 7, SO2 2',
        sql: 'select type, count(*) from golemio_aq_components group by 1 order by 2 desc',
        is: [
          ['PM10', 17],
          ['NO2', 15],
          ['PM2_5', 8],
          ['O3', 7],
          ['SO2', 2],
        ],
      },
      {
        about: 'ABREA = Praha 6-Břevnov',
        sql: `select name from golemio_aq where id = 'ABREA'`,
        is: 'Praha 6-Břevnov',
      },
      {
        about: 'ABREA: NO2 12.9, PM10 3.9',
        ask: async ({ rows }) => {
          const [row = []] = await rows(
            `select measurement_components from raw.golemio_aq where id = 'ABREA'`,
          )
          const components: unknown = JSON.parse(String(row[0]))
          const own = await rows('select type, averaged_time_value from golemio_aq_components')
          const has = (type: string, value: number) =>
            own.some((each) => each[0] === type && each[1] === value) &&
            JSON.stringify(components).includes(`"value":${value}`)
          return [has('NO2', 12.9), has('PM10', 3.9)]
        },
        is: [true, true],
      },
      {
        about: 'ABREA updated 2023-10-15T19:45:03.434Z',
        sql: `select updated_at from raw.golemio_aq where id = 'ABREA'`,
        is: '2023-10-15T19:45:03.434Z',
      },
      {
        about: 'index 1A for all 17',
        sql: `select count(*) from golemio_aq where measurement_aq_hourly_index = '1A'`,
        is: 17,
      },
    ],
  },
}
