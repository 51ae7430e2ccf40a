import { type Case, type Loaded, rowsOf, tells } from './fact'

const feed = (table: string) => rowsOf('.', table)
const bemowo = 'poland_warszawa_2021_bemowo.pb'
const wawer = 'poland_warszawa_2017_wawer.pb'

/** Services of a town: transport, participation, catalogues. */
export const services: Readonly<Record<string, Case>> = {
  'sk-zsr-gtfs': {
    files: [{ file: '.' }],
    facts: [
      {
        about: 'stop_times 32 189, trips 2 503, stops 896, routes 375, calendar_dates 128 854, shapes 45 195',
        ask: (loaded: Loaded) =>
          ['stop_times', 'trips', 'stops', 'routes', 'calendar_dates', 'shapes'].map(
            (name) => feed(`${name}.txt`)(loaded) ?? feed(name)(loaded),
          ),
        is: [32189, 2503, 896, 375, 128854, 45195],
      },
      {
        about: '394 departures at 24:00 or later, the last at 34:50:00',
        ask: async ({ rows, receipt }) => {
          const name = nameOf(receipt('.'), 'stop_times')
          return rows(`select count(*) filter (s >= 86400), max(s) from (select list_sum(list_transform(
            list_zip(string_split(departure_time, ':'), [3600, 60, 1]), x -> x[1]::int * x[2])) as s from raw."${name}")`)
        },
        is: [[394, 34 * 3600 + 50 * 60]],
      },
      {
        about: '10 360 departure times of 7 characters',
        ask: async ({ rows, receipt }) =>
          rows(
            `select count(*) from raw."${nameOf(receipt('.'), 'stop_times')}" where length(departure_time) = 7`,
          ),
        is: [[10360]],
      },
      {
        about: 'times past midnight lie in the next day of the view, none is lost',
        ask: async ({ rows, receipt }) =>
          rows(`select count(*) - count(departure_time) from "${nameOf(receipt('.'), 'stop_times')}"`),
        is: [[0]],
      },
      {
        about: 'no dangling stop or trip ids',
        ask: async ({ rows, receipt }) => {
          const of = (part: string) => `raw."${nameOf(receipt('.'), part)}"`
          return rows(`select (select count(*) from ${of('stop_times')} a anti join ${of('stops')} b using (stop_id)),
            (select count(*) from ${of('stop_times')} a anti join ${of('trips')} b using (trip_id))`)
        },
        is: [[0, 0]],
      },
      {
        about: 'timezone Europe/Bratislava',
        ask: async ({ rows, receipt }) =>
          rows(`select agency_timezone from "${nameOf(receipt('.'), 'agency')}"`),
        is: [['Europe/Bratislava']],
      },
      {
        about: '132068 = Bratislava hlavná stanica 48.15827, 17.10615',
        ask: async ({ rows, receipt }) =>
          rows(
            `select stop_name, stop_lat, stop_lon from "${nameOf(receipt('.'), 'stops')}" where stop_id::varchar = '132068'`,
          ),
        is: [['Bratislava hlavná stanica', 48.15827, 17.10615]],
      },
    ],
  },
  'pl-pabulib-participatory-budget': {
    facts: [
      { about: 'Bemowo 2021: 48 projects', ask: rowsOf(bemowo, 'PROJECTS'), is: 48 },
      { about: 'Bemowo 2021: 5 867 votes', ask: rowsOf(bemowo, 'VOTES'), is: 5867 },
      {
        about: 'Bemowo 2021: F 3 882, M 1 985',
        ask: async ({ rows, receipt }) =>
          rows(`select sex, count(*) from "${nameOf(receipt(bemowo), 'votes')}" group by 1 order by 1`),
        is: [
          ['F', 3882],
          ['M', 1985],
        ],
      },
      {
        about: 'budget 3 989 345',
        ask: async ({ rows, receipt }) => {
          const cells = (
            await rows(`select * exclude (_line) from raw."${nameOf(receipt(bemowo), 'meta')}"`)
          ).flat()
          return cells.some((cell) => Number(cell) === 3989345)
        },
        is: true,
      },
      {
        about: 'project 205 has 3 242 votes',
        ask: async ({ rows, receipt }) =>
          rows(
            `select votes from "${nameOf(receipt(bemowo), 'projects')}" where project_id::varchar = '205'`,
          ),
        is: [[3242]],
      },
      { about: 'Wawer 2017: 3 676 vote lines', ask: rowsOf(wawer, 'VOTES'), is: 3676 },
      {
        about: 'Wawer 2017: F 2 181, M 1 495',
        ask: async ({ rows, receipt }) =>
          rows(`select sex, count(*) from "${nameOf(receipt(wawer), 'votes')}" group by 1 order by 1`),
        is: [
          ['F', 2181],
          ['M', 1495],
        ],
      },
      {
        about: 'META says 3 677 votes, and the difference is told',
        ask: tells(wawer, 'pabulib.count-differs'),
        is: true,
      },
      {
        about: 'Wawer: VOTES has a 6th column neighborhood',
        ask: ({ receipt }) =>
          receipt(wawer)?.dataSets.find(({ table }) => table?.id === 'VOTES')?.columns[5]?.label,
        is: 'neighborhood',
      },
      {
        about: 'META dates are dd.mm.yyyy and stay readable as such',
        ask: async ({ rows, receipt }) =>
          (await rows(`select * exclude (_line) from raw."${nameOf(receipt(bemowo), 'meta')}"`))
            .flat()
            .some((cell) => /^\d{2}\.\d{2}\.\d{4}$/.test(String(cell))),
        is: true,
      },
    ],
  },
  'cz-ofn-dcat-jsonld': {
    facts: [
      {
        about: 'datová-sada-hvd.jsonld: typ Datová sada, název cs Jízdní řády veřejné linkové dopravy',
        ask: async ({ rows }) => {
          const [row = []] = await rows('select * exclude (_line) from raw.datova_sada_hvd')
          return ['Datová sada', 'Jízdní řády veřejné linkové dopravy'].map((wanted) => row.includes(wanted))
        },
        is: [true, true],
      },
      {
        about: 'sběrné-dvory__3, sportoviště__3, turistické-cíle__3 are lists of 2',
        ask: (loaded) =>
          ['sběrné-dvory__3.jsonld', 'sportoviště__3.jsonld', 'turistické-cíle__3.jsonld'].map((file) =>
            rowsOf(file)(loaded),
          ),
        is: [2, 2, 2],
      },
      {
        about: 'the others are one object each',
        ask: (loaded) =>
          ['datová-sada.jsonld', 'úřední-desky__1.jsonld', 'sportoviště__1.jsonld'].map((file) =>
            rowsOf(file)(loaded),
          ),
        is: [1, 1, 1],
      },
      {
        about: 'the remote @context is not fetched',
        notApplicable:
          'no part of the importer may open a connection: tests/architecture and the network guard prove it',
      },
    ],
  },
}

/** The data set of a part of a source: its table's id without an ending, in lower case. */
function nameOf(receipt: ReturnType<Loaded['receipt']>, part: string): string {
  const found = receipt?.dataSets.find(({ table }) => table?.id.toLowerCase().replace(/\.txt$/, '') === part)
  return found?.name ?? part
}
