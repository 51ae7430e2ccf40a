import { type Card, CZECH_PLAIN, column, shared } from './card'

const { puvod } = shared
const format = { ...CZECH_PLAIN, decimal: ',' } as const
const mesic = column('mesic', 'month, yyyy-mm')
const stanice = column('stanice', 'station; codes begin with SYN')
const budova = column('budova', 'building; codes begin with SYN')

const airByMonth: Card = {
  file: 'air-quality-by-month.csv',
  name: 'air_quality_by_month',
  title: { cs: 'Ovzduší po měsících', en: 'Air quality by month', pl: 'Jakość powietrza według miesięcy' },
  description: {
    cs: 'Deset stanic 2018–2023; od ledna 2021 je u čtyř nízkoemisní zóna a NO₂ v ní klesne o 15 %.',
    en: 'Ten stations 2018 to 2023; from January 2021 four stand in a low-emission zone that takes 15% of their NO₂.',
    pl: 'Dziesięć stacji 2018–2023; od stycznia 2021 cztery leżą w strefie niskiej emisji, NO₂ spada w niej o 15%.',
  },
  subjects: 'public',
  format,
  columns: [
    stanice,
    mesic,
    column('prvni_mesic', 'first month of the zone; 0 = outside it'),
    column('no2', 'monthly mean of NO2', 'ug/m3'),
    column('pm10', 'monthly mean of PM10', 'ug/m3'),
    column('platnost', 'valid hours', 'percent'),
    puvod,
  ],
  binds: {
    'difference-in-differences': {
      panel: { unit: 'stanice', period: 'mesic', outcome: 'no2', first_treated: 'prvni_mesic' },
    },
  },
}

const airOfZone: Card = {
  file: 'air-quality-of-zone.csv',
  name: 'air_quality_of_zone',
  title: {
    cs: 'NO₂ v nízkoemisní zóně a mimo ni',
    en: 'NO₂ inside and outside the low-emission zone',
    pl: 'NO₂ w strefie niskiej emisji i poza nią',
  },
  description: {
    cs: 'Měsíční průměry stanic v zóně a mimo ni; zóna platí od ledna 2021.',
    en: 'Monthly means of the stations inside and outside the zone, which began in January 2021.',
    pl: 'Miesięczne średnie stacji w strefie i poza nią; strefa obowiązuje od stycznia 2021.',
  },
  subjects: 'public',
  format,
  columns: [
    mesic,
    column('no2_v_zone', 'mean of NO2 inside the zone', 'ug/m3'),
    column('no2_mimo_zonu', 'mean of NO2 outside the zone', 'ug/m3'),
    puvod,
  ],
  binds: {
    'interrupted-time-series': {
      series: { period: 'mesic', value: 'no2_v_zone', control: 'no2_mimo_zonu' },
    },
  },
  params: { 'interrupted-time-series': { intervention: '2021-01', control_design: 'ratio' } },
}

const airStations: Card = {
  file: 'air-quality-stations.csv',
  name: 'air_quality_stations',
  title: { cs: 'Měřicí stanice v roce 2023', en: 'Air stations in 2023', pl: 'Stacje pomiarowe w 2023 r.' },
  description: {
    cs: 'Jeden řádek na stanici: roční průměry, platnost dat, doprava a lidé v okolí.',
    en: 'One row for each station: yearly means, valid data, traffic and people nearby.',
    pl: 'Jeden wiersz na stację: średnie roczne, kompletność danych, ruch i ludzie w pobliżu.',
  },
  subjects: 'public',
  format,
  columns: [
    stanice,
    column('nadmorska_vyska', 'altitude', 'm'),
    column('auta_za_den', 'cars a day on the nearest road', 'cars'),
    column('zeny_v_okoli', 'women living within 300 m', 'persons'),
    column('muzi_v_okoli', 'men living within 300 m', 'persons'),
    column('no2', 'yearly mean of NO2', 'ug/m3'),
    column('pm10', 'yearly mean of PM10', 'ug/m3'),
    column('platnost', 'valid hours', 'percent'),
    puvod,
  ],
  binds: {
    benchmark: {
      indicators: { territory: 'stanice', columns: 'nadmorska_vyska,auta_za_den' },
      outcomes: { territory: 'stanice', columns: 'no2,pm10' },
    },
  },
  params: { benchmark: { territory: 'SYN-S01' } },
}

const costColumns = (effect: string, unit: string) => [
  column('varianta', 'measure'),
  column('rok', 'year'),
  column('naklady', 'costs', 'thousand CZK'),
  column('prinosy', 'benefits', 'thousand CZK'),
  column('ucinek', effect, unit),
  puvod,
]
const costBinds = {
  'cost-effectiveness': {
    flows: { option: 'varianta', year: 'rok', cost: 'naklady', benefit: 'prinosy', effect: 'ucinek' },
  },
}

const airCosts: Card = {
  file: 'air-measures.csv',
  name: 'air_measures',
  title: {
    cs: 'Opatření pro ovzduší: náklady a účinky',
    en: 'Measures for the air: costs and effects',
    pl: 'Działania na rzecz powietrza: koszty i efekty',
  },
  description: {
    cs: 'Tři varianty na dvanáct let; účinek v tunách prachu za rok.',
    en: 'Three options over twelve years; the effect in tonnes of dust a year.',
    pl: 'Trzy warianty na dwanaście lat; efekt w tonach pyłu rocznie.',
  },
  subjects: 'public',
  format,
  columns: costColumns('dust less', 't'),
  binds: costBinds,
}

const policyCosts: Card = {
  file: 'policy-measures.csv',
  name: 'policy_measures',
  title: {
    cs: 'Příspěvek na obědy a jiná cesta: náklady a účinky',
    en: 'The meal subsidy and another way: costs and effects',
    pl: 'Dopłaty do obiadów i inna droga: koszty i efekty',
  },
  description: {
    cs: 'Dvě varianty na dvanáct let; účinek v lidech, kteří navíc pracují.',
    en: 'Two options over twelve years; the effect in people who work in addition.',
    pl: 'Dwa warianty na dwanaście lat; efekt w osobach, które dodatkowo pracują.',
  },
  subjects: 'public',
  format,
  columns: costColumns('people in work more', 'persons'),
  binds: costBinds,
}

const heatByMonth: Card = {
  file: 'building-heat-by-month.csv',
  name: 'building_heat_by_month',
  title: {
    cs: 'Teplo budov po měsících',
    en: 'Heat of buildings by month',
    pl: 'Ciepło budynków według miesięcy',
  },
  description: {
    cs: 'Dvanáct budov 2018–2023; pět zatepleno od ledna 2022 uspoří 18 %.',
    en: 'Twelve buildings 2018 to 2023; five insulated from January 2022 save 18%.',
    pl: 'Dwanaście budynków 2018–2023; pięć ocieplonych od stycznia 2022 oszczędza 18%.',
  },
  subjects: 'public',
  format,
  columns: [
    budova,
    mesic,
    column('prvni_mesic', 'first month after insulation; 0 = not insulated'),
    column('teplo', 'heat per square metre', 'kWh/m2'),
    puvod,
  ],
  binds: {
    'difference-in-differences': {
      panel: { unit: 'budova', period: 'mesic', outcome: 'teplo', first_treated: 'prvni_mesic' },
    },
  },
}

const heatOfInsulated: Card = {
  file: 'building-heat-insulated.csv',
  name: 'building_heat_insulated',
  title: {
    cs: 'Teplo zateplených a ostatních budov',
    en: 'Heat of insulated and other buildings',
    pl: 'Ciepło budynków ocieplonych i pozostałych',
  },
  description: {
    cs: 'Měsíční průměry zateplených a ostatních budov; zatepleno od ledna 2022.',
    en: 'Monthly means of insulated and other buildings; insulated from January 2022.',
    pl: 'Miesięczne średnie budynków ocieplonych i pozostałych; ocieplone od stycznia 2022.',
  },
  subjects: 'public',
  format,
  columns: [
    mesic,
    column('teplo_zateplene', 'heat per square metre of the insulated ones', 'kWh/m2'),
    column('teplo_ostatni', 'heat per square metre of the others', 'kWh/m2'),
    puvod,
  ],
  binds: {
    'interrupted-time-series': {
      series: { period: 'mesic', value: 'teplo_zateplene', control: 'teplo_ostatni' },
    },
  },
  params: { 'interrupted-time-series': { intervention: '2022-01', control_design: 'ratio' } },
}

const heatOfBuildings: Card = {
  file: 'building-heat-2023.csv',
  name: 'building_heat_2023',
  title: { cs: 'Teplo budov v roce 2023', en: 'Heat of buildings in 2023', pl: 'Ciepło budynków w 2023 r.' },
  description: {
    cs: 'Jeden řádek na budovu: plocha, stáří, provoz, uživatelky a uživatelé, spotřeba.',
    en: 'One row for each building: area, age, hours, women and men who use it, consumption.',
    pl: 'Jeden wiersz na budynek: powierzchnia, wiek, godziny, użytkowniczki i użytkownicy, zużycie.',
  },
  subjects: 'public',
  format,
  columns: [
    budova,
    column('druh', 'school, office, care-home'),
    column('plocha', 'heated floor area', 'm2'),
    column('rok_stavby', 'year of construction'),
    column('hodiny_tydne', 'hours in use a week', 'h'),
    column('uzivatelky', 'women who use it', 'persons'),
    column('uzivatele', 'men who use it', 'persons'),
    column('teplo', 'heat per square metre', 'kWh/m2'),
    column('elektrina', 'electricity per square metre', 'kWh/m2'),
    puvod,
  ],
  binds: {
    benchmark: {
      indicators: { territory: 'budova', columns: 'plocha,rok_stavby,hodiny_tydne' },
      outcomes: { territory: 'budova', columns: 'teplo,elektrina' },
    },
  },
  params: { benchmark: { territory: 'SYN-B06' } },
}

const energyCosts: Card = {
  file: 'energy-measures.csv',
  name: 'energy_measures',
  title: {
    cs: 'Úspory energie: náklady a účinky',
    en: 'Energy savings: costs and effects',
    pl: 'Oszczędność energii: koszty i efekty',
  },
  description: {
    cs: 'Tři varianty na dvanáct let; účinek v megawatthodinách za rok.',
    en: 'Three options over twelve years; the effect in megawatt hours a year.',
    pl: 'Trzy warianty na dwanaście lat; efekt w megawatogodzinach rocznie.',
  },
  subjects: 'public',
  format,
  columns: costColumns('energy saved', 'MWh'),
  binds: costBinds,
}

const strategy: Card = {
  file: 'ris3-indicators.csv',
  name: 'ris3_indicators',
  title: {
    cs: 'Indikátory strategie RIS3',
    en: 'Indicators of the RIS3 strategy',
    pl: 'Wskaźniki strategii RIS3',
  },
  description: {
    cs: 'Tři priority, výchozí rok 2020, cíl 2027, stav 2022 a 2024; ženy a muži tam, kde jde o lidi.',
    en: 'Three priorities, baseline 2020, target 2027, values of 2022 and 2024; women and men where it is about people.',
    pl: 'Trzy priorytety, rok bazowy 2020, cel 2027, stan w latach 2022 i 2024; kobiety i mężczyźni tam, gdzie chodzi o ludzi.',
  },
  format: CZECH_PLAIN,
  columns: [
    column('priorita', 'priority'),
    column('indikator', 'indicator'),
    column('druh', 'input, output, result or impact'),
    column('jednotka', 'unit'),
    column('pohlavi', 'sex: F women, M men, T total; empty where it is not about people'),
    column('vychozi_rok', 'baseline year'),
    column('vychozi_hodnota', 'baseline'),
    column('cilovy_rok', 'target year'),
    column('cil', 'target'),
    column('rok', 'year'),
    column('hodnota', 'value reached'),
    puvod,
  ],
  binds: {
    'ris3-monitoring': {
      indicators: {
        ...{ priority: 'priorita', indicator: 'indikator', kind: 'druh', unit: 'jednotka', sex: 'pohlavi' },
        ...{ baseline_year: 'vychozi_rok', baseline: 'vychozi_hodnota', target_year: 'cilovy_rok' },
        ...{ target: 'cil', year: 'rok', actual: 'hodnota' },
      },
    },
  },
}

export const measureCards = {
  policyCosts,
  airByMonth,
  airOfZone,
  airStations,
  airCosts,
  heatByMonth,
  heatOfInsulated,
  heatOfBuildings,
  energyCosts,
  strategy,
}
