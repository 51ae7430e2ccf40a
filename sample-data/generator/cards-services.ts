import { type Card, CZECH_EXCEL, CZECH_PLAIN, column, PLAIN, shared } from './card'
import { FEATURES } from './services'

const { kod_obce, kod_orp, rok, pohlavi, puvod } = shared

const airQuality: Card = {
  file: 'air-quality-hourly.csv',
  name: 'air_quality_hourly',
  title: {
    cs: 'Ovzduší po hodinách, poškozený export',
    en: 'Hourly air quality, a broken export',
    pl: 'Jakość powietrza co godzinę, uszkodzony eksport',
  },
  description: {
    cs: 'Dvě stanice za rok 2023 s úmyslnými vadami: úvodní řádky, dvouřádková hlavička, mezery, duplicity, -999, zaseknuté čidlo, špičky, místní čas.',
    en: 'Two stations in 2023 with deliberate faults: preamble, two header lines, gaps, duplicates, -999, a stuck sensor, spikes, local time.',
    pl: 'Dwie stacje w 2023 r. z celowymi wadami: wiersze wstępne, dwuwierszowy nagłówek, luki, duplikaty, -999, zablokowany czujnik, skoki, czas lokalny.',
  },
  format: { ...CZECH_EXCEL, decimal: ',', headerLine: 5, headerLines: 2 },
  columns: [
    column('stanice', 'station; codes begin with SYN'),
    column('cas', 'local time dd.mm.yyyy hh:mm, start of the hour, CET or CEST'),
    column('velicina', 'NO2 or PM10'),
    column('hodnota', 'hourly mean; -999 = invalid', 'ug/m3'),
  ],
  binds: {
    'sensor-quality': {
      readings: { sensor: 'stanice', time: 'cas', quantity: 'velicina', value: 'hodnota' },
    },
    'air-quality': { readings: { sensor: 'stanice', time: 'cas', quantity: 'velicina', value: 'hodnota' } },
  },
}

const airTruth: Card = {
  file: 'air-quality-truth.csv',
  name: 'air_quality_truth',
  title: {
    cs: 'Vady vložené do exportu ovzduší',
    en: 'Faults put into the air-quality export',
    pl: 'Wady wprowadzone do eksportu jakości powietrza',
  },
  description: {
    cs: 'Seznam všech úmyslných vad: co má kontrola čidel najít.',
    en: 'Every deliberate fault: what a check of the sensors should find.',
    pl: 'Wykaz wszystkich celowych wad: co powinna wykryć kontrola czujników.',
  },
  format: CZECH_PLAIN,
  columns: [
    column('stanice', 'station'),
    column('velicina', 'quantity'),
    column('vada', 'gap, sentinel, empty, stuck, spike, duplicate, conflict, late-day'),
    column('od', 'first hour concerned, local time'),
    column('do', 'last hour concerned, local time'),
    column('pocet', 'readings concerned', 'readings'),
    puvod,
  ],
}

const energy: Card = {
  file: 'building-energy-15min.csv',
  name: 'building_energy_15min',
  title: {
    cs: 'Spotřeba tepla budov po 15 minutách',
    en: 'Heat use of buildings every 15 minutes',
    pl: 'Zużycie ciepła w budynkach co 15 minut',
  },
  description: {
    cs: 'Tři budovy, únor a březen 2023, čas UTC.',
    en: 'Three buildings, February and March 2023, UTC.',
    pl: 'Trzy budynki, luty i marzec 2023 r., czas UTC.',
  },
  format: { ...PLAIN, decimal: '.' },
  columns: [
    column('building', 'building; codes begin with SYN'),
    column('time', 'start of the quarter of an hour, ISO 8601, UTC'),
    column('quantity', 'heat'),
    column('value', 'energy in the interval', 'kWh'),
    column('unit', 'kWh'),
  ],
  binds: {
    'building-energy': {
      readings: { building: 'building', time: 'time', quantity: 'quantity', value: 'value' },
    },
  },
}

const buildings: Card = {
  file: 'buildings.csv',
  name: 'buildings',
  title: { cs: 'Budovy', en: 'Buildings', pl: 'Budynki' },
  description: {
    cs: 'Podlahová plocha a druh budov s měřením tepla.',
    en: 'Floor area and type of the metered buildings.',
    pl: 'Powierzchnia i rodzaj budynków z pomiarem ciepła.',
  },
  format: PLAIN,
  columns: [
    column('building', 'building'),
    column('name', 'name of the building'),
    column('floor_area', 'heated floor area', 'm2'),
    column('type', 'school, office, care-home'),
    puvod,
  ],
  binds: {
    'building-energy': { buildings: { building: 'building', floor_area: 'floor_area', type: 'type' } },
  },
}

const weather: Card = {
  file: 'weather.csv',
  name: 'weather',
  title: { cs: 'Denní teploty', en: 'Daily temperatures', pl: 'Temperatury dobowe' },
  description: {
    cs: 'Průměrná denní venkovní teplota, únor a březen 2023.',
    en: 'Mean daily outdoor temperature, February and March 2023.',
    pl: 'Średnia dobowa temperatura zewnętrzna, luty i marzec 2023 r.',
  },
  format: { ...PLAIN, decimal: '.' },
  columns: [column('day', 'ISO date'), column('mean_temperature', 'mean outdoor temperature', 'Cel'), puvod],
  binds: { 'building-energy': { weather: { day: 'day', mean_temperature: 'mean_temperature' } } },
}

const serviceCatalogue: Card = {
  file: 'service-catalogue.csv',
  name: 'service_catalogue',
  title: { cs: 'Katalog služeb úřadů', en: 'Catalogue of office services', pl: 'Katalog usług urzędów' },
  description: {
    cs: 'Služby obvodů ORP a jejich digitální vlastnosti, 1 = ano, 0 = ne.',
    en: 'Services of the districts and their digital features, 1 = yes, 0 = no.',
    pl: 'Usługi powiatów (ORP) i ich cechy cyfrowe, 1 = tak, 0 = nie.',
  },
  format: CZECH_PLAIN,
  columns: [
    kod_orp,
    column('sluzba', 'service code'),
    column('nazev_sluzby', 'name of the service'),
    ...FEATURES.map((feature) => column(feature, 'feature offered: 1 yes, 0 no')),
    puvod,
  ],
  binds: {
    'digital-services': {
      services: { territory: 'kod_orp', service: 'sluzba', features: FEATURES.join(',') },
    },
  },
}

const serviceTransactions: Card = {
  file: 'service-transactions.csv',
  name: 'service_transactions',
  title: {
    cs: 'Podání podle kanálu a pohlaví',
    en: 'Service requests by channel and sex',
    pl: 'Wnioski według kanału i płci',
  },
  description: {
    cs: 'Počty podání v obvodech ORP v letech 2021–2023 podle služby, kanálu a pohlaví žadatele.',
    en: 'Requests in districts 2021 to 2023 by service, channel and sex of the applicant.',
    pl: 'Liczba wniosków w powiatach (ORP) w latach 2021–2023 według usługi, kanału i płci wnioskodawcy.',
  },
  format: CZECH_PLAIN,
  columns: [
    kod_orp,
    column('sluzba', 'service code'),
    rok,
    column('kanal', 'channel: prepazka (counter), posta, telefon, online'),
    pohlavi,
    column('pocet', 'requests', 'requests'),
    puvod,
  ],
  binds: {
    'digital-services': {
      transactions: {
        territory: 'kod_orp',
        service: 'sluzba',
        channel: 'kanal',
        sex: 'pohlavi',
        count: 'pocet',
      },
    },
  },
}

const votes: Card = {
  file: 'participatory-budget-votes.csv',
  name: 'participatory_budget_votes',
  title: {
    cs: 'Hlasy v participativním rozpočtu',
    en: 'Votes in the participatory budget',
    pl: 'Głosy w budżecie obywatelskim',
  },
  description: {
    cs: 'Hlasy v krajském městě 2021–2023 podle projektu, pohlaví a věku; každý má jeden hlas.',
    en: 'Votes in the regional city 2021 to 2023 by project, sex and age; everybody has one vote.',
    pl: 'Głosy w stolicy regionu w latach 2021–2023 według projektu, płci i wieku; każdy ma jeden głos.',
  },
  format: CZECH_PLAIN,
  columns: [
    kod_obce,
    rok,
    column('projekt', 'project code'),
    column('nazev_projektu', 'name of the project'),
    column('tema', 'theme'),
    column('naklady_tis_kc', 'cost', 'thousand CZK'),
    pohlavi,
    column('vek', 'age band: Y15-24 ... Y55-64, Y65+'),
    column('hlasy', 'votes', 'votes'),
    column('opravneni', 'inhabitants of this sex and age who may vote', 'persons'),
    puvod,
  ],
}

export const serviceCards = {
  airQuality,
  airTruth,
  energy,
  buildings,
  weather,
  serviceCatalogue,
  serviceTransactions,
  votes,
}
