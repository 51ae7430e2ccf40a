import { type Card, CZECH_PLAIN, column, PLAIN, shared } from './card'

const { kod_obce, nazev_obce, kod_orp, rok, pohlavi, puvod } = shared

const municipalities: Card = {
  file: 'municipalities.csv',
  name: 'municipalities',
  title: {
    cs: 'Obce v roce 2023: ženy, muži, věk a práce',
    en: 'Municipalities in 2023: women, men, age and work',
    pl: 'Gminy w 2023 r.: kobiety, mężczyźni, wiek i praca',
  },
  description: {
    cs: 'Jeden řádek na obec, pro profily obcí najednou. Míry méně než deseti lidí nechává úřad prázdné.',
    en: 'One row for each municipality, for profiles of all of them in one go. Rates of fewer than ten people are left empty.',
    pl: 'Jeden wiersz na gminę, do profili wszystkich gmin naraz. Wskaźniki dla mniej niż dziesięciu osób są puste.',
  },
  format: { ...CZECH_PLAIN, decimal: ',' },
  columns: [
    kod_obce,
    nazev_obce,
    kod_orp,
    column('obyvatele', 'inhabitants on 1 January 2023', 'persons'),
    column('zeny', 'women', 'persons'),
    column('muzi', 'men', 'persons'),
    column('podil_do_14_let', 'share of inhabitants under 15', 'percent'),
    column('podil_od_65_let', 'share of inhabitants aged 65 or more', 'percent'),
    column('zmena_obyvatel', 'change of inhabitants since 2012', 'percent'),
    column('mira_zamestnanosti_zen', 'employment rate of women aged 15 to 64', 'percent'),
    column('mira_zamestnanosti_muzu', 'employment rate of men aged 15 to 64', 'percent'),
    column('rozdil_zeny_muzi', 'rate of women less rate of men', 'percentage-points'),
    puvod,
  ],
  binds: {
    benchmark: {
      indicators: {
        territory: 'kod_obce',
        columns: 'obyvatele,podil_do_14_let,podil_od_65_let,zmena_obyvatel',
      },
      outcomes: {
        territory: 'kod_obce',
        columns: 'mira_zamestnanosti_zen,mira_zamestnanosti_muzu,rozdil_zeny_muzi,zmena_obyvatel',
      },
    },
  },
  params: { benchmark: { territory: '090102', logarithms: ['obyvatele'] } },
}

const employment: Card = {
  file: 'employment-by-municipality.csv',
  name: 'employment_by_municipality',
  title: {
    cs: 'Zaměstnaní v obcích podle pohlaví',
    en: 'Employed people in municipalities by sex',
    pl: 'Pracujący w gminach według płci',
  },
  description: {
    cs: 'Zaměstnaní a obyvatelé obcí ve věku 15–64 let bez dělení podle věku: součty souboru podle pohlaví a věku.',
    en: 'Employed people and inhabitants aged 15 to 64 of all ages together: sums of the file by sex and age.',
    pl: 'Pracujący i mieszkańcy gmin w wieku 15–64 lat bez podziału na wiek: sumy pliku według płci i wieku.',
  },
  format: PLAIN,
  columns: [
    kod_obce,
    nazev_obce,
    rok,
    pohlavi,
    column('zamestnani', 'employed residents', 'persons'),
    column('obyvatele', 'inhabitants aged 15 to 64', 'persons'),
    puvod,
  ],
  binds: {
    'gender-gap': {
      people: {
        territory: 'kod_obce',
        period: 'rok',
        sex: 'pohlavi',
        count: 'zamestnani',
        population: 'obyvatele',
      },
    },
  },
}

export const municipalCards = { municipalities, employment }
