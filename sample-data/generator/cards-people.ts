import { type Card, CZECH_EXCEL, CZECH_OFFICE, CZECH_PLAIN, column, PLAIN, shared } from './card'

const { kod_obce, nazev_obce, kod_orp, nazev_orp, rok, pohlavi, pohlaviT, puvod } = shared

const territory: Card = {
  file: 'territory.csv',
  name: 'territory',
  title: {
    cs: 'Číselník území Zlatohorského kraje',
    en: 'Territories of the Zlatohorský region',
    pl: 'Wykaz jednostek terytorialnych kraju zlatohorskiego',
  },
  description: {
    cs: 'Obce, správní obvody obcí s rozšířenou působností a kraj s platností kódů.',
    en: 'Municipalities, districts and the region with the validity of their codes.',
    pl: 'Gminy, powiaty (ORP) i region wraz z okresem obowiązywania kodów.',
  },
  format: CZECH_PLAIN,
  columns: [
    kod_obce,
    nazev_obce,
    kod_orp,
    nazev_orp,
    column('kod_kraje', 'region code'),
    column('nazev_kraje', 'name of the region'),
    column('platnost_od', 'code valid from, ISO date'),
    column('platnost_do', 'code valid until, ISO date; empty = still valid'),
    puvod,
  ],
}

const boundaries: Card = {
  file: 'boundaries.geojson',
  name: 'boundaries',
  title: { cs: 'Hranice obcí', en: 'Municipality boundaries', pl: 'Granice gmin' },
  description: {
    cs: 'Polygony obcí bez mezer a překryvů, WGS 84, RFC 7946; leží v Atlantiku, aby se nepletly se skutečností.',
    en: 'Municipality polygons without gaps or overlaps, WGS 84, RFC 7946; placed in the Atlantic so that nobody takes them for real.',
    pl: 'Poligony gmin bez luk i nakładania, WGS 84, RFC 7946; leżą na Atlantyku, aby nie mylić ich z rzeczywistością.',
  },
  columns: [kod_obce, nazev_obce, kod_orp, nazev_orp, puvod],
}

const population: Card = {
  file: 'population-by-sex-age.csv',
  name: 'population_by_sex_age',
  title: {
    cs: 'Obyvatelé podle pohlaví a věku',
    en: 'Population by sex and age',
    pl: 'Ludność według płci i wieku',
  },
  description: {
    cs: 'Obyvatelé obcí k 1. lednu podle pohlaví a sedmi věkových skupin.',
    en: 'Inhabitants of municipalities on 1 January by sex and seven age bands.',
    pl: 'Mieszkańcy gmin w dniu 1 stycznia według płci i siedmiu grup wieku.',
  },
  format: PLAIN,
  columns: [
    kod_obce,
    rok,
    pohlavi,
    column('vek', 'age band: Y0-14, Y15-24 ... Y55-64, Y65+'),
    column('obyvatele', 'inhabitants', 'persons'),
    puvod,
  ],
}

const employment: Card = {
  file: 'employment-by-sex-age.csv',
  name: 'employment_by_sex_age',
  title: {
    cs: 'Zaměstnaní podle pohlaví a věku',
    en: 'Employed people by sex and age',
    pl: 'Pracujący według płci i wieku',
  },
  description: {
    cs: 'Zaměstnaní a obyvatelé obcí ve věku 15–64 let; mnoho malých buněk, které je třeba skrýt.',
    en: 'Employed people and inhabitants of municipalities aged 15 to 64; many small cells that have to be hidden.',
    pl: 'Pracujący i mieszkańcy gmin w wieku 15–64 lat; wiele małych komórek, które trzeba ukryć.',
  },
  format: CZECH_OFFICE,
  columns: [
    kod_obce,
    nazev_obce,
    rok,
    pohlavi,
    column('vek', 'age band: Y15-24, Y25-34, Y35-44, Y45-54, Y55-64'),
    column('zamestnani', 'employed residents', 'persons'),
    column('obyvatele', 'inhabitants of the same sex and age', 'persons'),
    puvod,
  ],
  binds: {
    'gender-gap': {
      people: {
        territory: 'kod_obce',
        period: 'rok',
        sex: 'pohlavi',
        age: 'vek',
        count: 'zamestnani',
        population: 'obyvatele',
      },
    },
  },
}

const employmentByDistrict: Card = {
  file: 'employment-by-orp.csv',
  name: 'employment_by_orp',
  title: {
    cs: 'Zaměstnanost v obvodech ORP podle pohlaví',
    en: 'Employment in districts by sex',
    pl: 'Zatrudnienie w powiatach (ORP) według płci',
  },
  description: {
    cs: 'Součty za obce ve věku 15–64 let, s řádky za muže, ženy a celkem a mírou zaměstnanosti s desetinnou čárkou.',
    en: 'Sums over municipalities, ages 15 to 64, with rows for women, men and total and the rate with a decimal comma.',
    pl: 'Sumy dla gmin, wiek 15–64 lata, wiersze dla kobiet, mężczyzn i ogółem oraz wskaźnik z przecinkiem dziesiętnym.',
  },
  format: { ...CZECH_EXCEL, decimal: ',' },
  columns: [
    kod_orp,
    nazev_orp,
    rok,
    pohlaviT,
    column('zamestnani', 'employed residents aged 15 to 64', 'persons'),
    column('obyvatele', 'inhabitants aged 15 to 64', 'persons'),
    column('mira_zamestnanosti', 'employment rate, two decimals', 'percent'),
    puvod,
  ],
  binds: {
    'gender-gap': {
      people: {
        territory: 'kod_orp',
        period: 'rok',
        sex: 'pohlavi',
        count: 'zamestnani',
        population: 'obyvatele',
      },
    },
  },
}

const industry: Card = {
  file: 'employment-by-industry.csv',
  name: 'employment_by_industry',
  title: { cs: 'Zaměstnaní podle odvětví', en: 'Employed people by industry', pl: 'Pracujący według sekcji' },
  description: {
    cs: 'Zaměstnaní v obvodech ORP podle sekcí CZ-NACE a pohlaví; sekce dávají dohromady řádek TOTAL.',
    en: 'Employed residents of districts by NACE section and sex; the sections add up to the row TOTAL.',
    pl: 'Pracujący mieszkańcy powiatów (ORP) według sekcji NACE i płci; sekcje sumują się do wiersza TOTAL.',
  },
  format: PLAIN,
  columns: [
    kod_orp,
    rok,
    column('nace', 'NACE Rev. 2 section A to S, or TOTAL'),
    pohlaviT,
    column('zamestnani', 'employed residents aged 15 to 64', 'persons'),
    puvod,
  ],
}

const policyPanel: Card = {
  file: 'policy-panel.csv',
  name: 'policy_panel',
  title: {
    cs: 'Příspěvek na školní obědy a zaměstnanost 25–44 let',
    en: 'School-meal subsidy and employment at ages 25 to 44',
    pl: 'Dopłaty do obiadów szkolnych a zatrudnienie w wieku 25–44 lat',
  },
  description: {
    cs: 'Obce v letech 2012–2023, příspěvek zaveden postupně 2015, 2017 a 2019 v 80 obcích; skutečný účinek je v policy-truth.csv.',
    en: 'Municipalities 2012 to 2023, subsidy introduced in 2015, 2017 and 2019 in 80 of them; the true effect is in policy-truth.csv.',
    pl: 'Gminy w latach 2012–2023, dopłaty wprowadzone w latach 2015, 2017 i 2019 w 80 z nich; prawdziwy efekt podaje policy-truth.csv.',
  },
  format: { ...CZECH_PLAIN, decimal: ',' },
  columns: [
    kod_obce,
    kod_orp,
    rok,
    column('prvni_rok', 'first full year of the subsidy; 0 = never'),
    column('zeny_zamestnane', 'employed women aged 25 to 44', 'persons'),
    column('zeny_obyvatelky', 'women aged 25 to 44', 'persons'),
    column('muzi_zamestnani', 'employed men aged 25 to 44', 'persons'),
    column('muzi_obyvatele', 'men aged 25 to 44', 'persons'),
    column('mira_zen', 'employment rate of women, four decimals', 'percent'),
    column('mira_muzu', 'employment rate of men, four decimals', 'percent'),
    column('mira_celkem', 'employment rate of both together, four decimals', 'percent'),
    puvod,
  ],
}

const policyBySex: Card = {
  file: 'policy-panel-by-sex.csv',
  name: 'policy_panel_by_sex',
  title: {
    cs: 'Příspěvek na školní obědy: zaměstnanost žen, mužů a celkem',
    en: 'School-meal subsidy: employment of women, men and both',
    pl: 'Dopłaty do obiadów szkolnych: zatrudnienie kobiet, mężczyzn i ogółem',
  },
  description: {
    cs: 'Totéž jako policy-panel.csv v řádcích podle pohlaví, aby byl účinek za ženy, za muže i jejich rozdíl.',
    en: 'The same as policy-panel.csv in rows by sex, so that the effect is given for women, for men and as their difference.',
    pl: 'To samo co policy-panel.csv w wierszach według płci, aby efekt podać dla kobiet, dla mężczyzn i jako ich różnicę.',
  },
  format: { ...CZECH_PLAIN, decimal: ',' },
  columns: [
    kod_obce,
    rok,
    pohlaviT,
    column('prvni_rok', 'first full year of the subsidy; 0 = never'),
    column('mira_zamestnanosti', 'employment rate at 25 to 44, four decimals', 'percent'),
    column('obyvatele', 'inhabitants aged 25 to 44', 'persons'),
    puvod,
  ],
  binds: {
    'difference-in-differences': {
      panel: {
        unit: 'kod_obce',
        period: 'rok',
        sex: 'pohlavi',
        outcome: 'mira_zamestnanosti',
        first_treated: 'prvni_rok',
        weight: 'obyvatele',
      },
    },
  },
}

const policyTruth: Card = {
  file: 'policy-truth.csv',
  name: 'policy_truth',
  title: {
    cs: 'Skutečný účinek příspěvku na školní obědy',
    en: 'True effect of the school-meal subsidy',
    pl: 'Prawdziwy efekt dopłat do obiadów szkolnych',
  },
  description: {
    cs: 'Účinek vložený do dat v procentních bodech míry zaměstnanosti 25–44 let; výsledek, který má odhad najít.',
    en: 'The effect put into the data, in percentage points of the employment rate at 25 to 44: what an estimate should find.',
    pl: 'Efekt włożony do danych w punktach procentowych wskaźnika zatrudnienia 25–44 lat: to powinna znaleźć estymacja.',
  },
  format: { ...CZECH_PLAIN, decimal: ',' },
  columns: [
    column('prvni_rok', 'cohort: first full year of the subsidy'),
    rok,
    column('roky_od_zavedeni', 'years since the start, 0 = first year'),
    pohlavi,
    column('ucinek', 'true effect', 'percentage-points'),
    puvod,
  ],
}

export const peopleCards = {
  territory,
  boundaries,
  population,
  employment,
  employmentByDistrict,
  industry,
  policyPanel,
  policyBySex,
  policyTruth,
}
