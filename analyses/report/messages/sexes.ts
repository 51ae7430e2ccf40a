/** What a report says of women and men, of those who are neither, and of those nobody knows. */
export const sexMessages = {
  'sexes.title': {
    cs: 'Ženy a muži v datech',
    en: 'Women and men in the data',
    pl: 'Kobiety i mężczyźni w danych',
  },
  'sexes.run-unbound': {
    cs: 'V datech „{need}“ nelze rozlišit ženy a muže, protože sloupec s pohlavím není přiřazen. Pokud ho zdroj má, přiřaďte ho: výsledky pak budou za ženy, za muže i s rozdílem.',
    en: 'In the data “{need}” women and men cannot be told apart, because no column with sex is bound. Where the source has one, bind it: the results will then be for women, for men and with the gap.',
    pl: 'W danych „{need}” nie można odróżnić kobiet od mężczyzn, ponieważ nie przypisano kolumny z płcią. Jeśli źródło ją ma, proszę ją przypisać: wyniki będą wtedy dla kobiet, dla mężczyzn i z różnicą.',
  },
  'sexes.one': {
    cs: '{sex, select, F {V datech jsou jen ženy, muži v nich nejsou} other {V datech jsou jen muži, ženy v nich nejsou}}. Rozdíl proto nelze určit.',
    en: '{sex, select, F {The data have women only; there are no men in them} other {The data have men only; there are no women in them}}. So no gap can be given.',
    pl: '{sex, select, F {Dane zawierają tylko kobiety, nie ma w nich mężczyzn} other {Dane zawierają tylko mężczyzn, nie ma w nich kobiet}}. Dlatego nie można podać różnicy.',
  },
  'sexes.not-stated': {
    cs: '{rows, plural, one {V # řádku zdroje pohlaví není uvedeno nebo to není žena ani muž, proto se nepočítá} few {Ve # řádcích zdroje pohlaví není uvedeno nebo to není žena ani muž, proto se nepočítají} other {V # řádcích zdroje pohlaví není uvedeno nebo to není žena ani muž, proto se nepočítají}} mezi ženy ani mezi muže.',
    en: '{rows, plural, one {In # row of the source sex is not given or is neither women nor men, so it counts} other {In # rows of the source sex is not given or is neither women nor men, so they count}} neither among women nor among men.',
    pl: '{rows, plural, one {W # wierszu źródła płeć nie jest podana albo nie jest to kobieta ani mężczyzna, dlatego nie liczy się go} few {W # wierszach źródła płeć nie jest podana albo nie jest to kobieta ani mężczyzna, dlatego nie liczy się ich} other {W # wierszach źródła płeć nie jest podana albo nie jest to kobieta ani mężczyzna, dlatego nie liczy się ich}} ani wśród kobiet, ani wśród mężczyzn.',
  },
  'sexes.not-stated-few': {
    cs: 'V několika málo řádcích zdroje pohlaví není uvedeno nebo to není žena ani muž, proto se nepočítají mezi ženy ani mezi muže. Jejich počet je skryt, protože je malý.',
    en: 'In a few rows of the source sex is not given or is neither women nor men, so they count neither among women nor among men. How many is not shown, because they are few.',
    pl: 'W nielicznych wierszach źródła płeć nie jest podana albo nie jest to kobieta ani mężczyzna, dlatego nie liczy się ich ani wśród kobiet, ani wśród mężczyzn. Ich liczba jest ukryta, ponieważ jest mała.',
  },
  'sexes.beyond': {
    cs: 'V tabulce „{table}“ je celkem nejvýše o {count, number} osob více, než kolik je žen a mužů dohromady: jejich pohlaví není známo. Počítají se jen do celku.',
    en: 'In the table “{table}” the total holds up to {count, number} persons more than women and men together: their sex is not known. They count in the total only.',
    pl: 'W tabeli „{table}” w ogółem jest najwyżej o {count, number} osób więcej niż kobiet i mężczyzn razem: ich płeć nie jest znana. Liczy się je tylko do ogółu.',
  },
  'sexes.others': {
    cs: 'Kromě žen a mužů jsou v datech také: {others}. Mají vlastní řádky.',
    en: 'Beside women and men the data also have: {others}. These have rows of their own.',
    pl: 'Oprócz kobiet i mężczyzn w danych są także: {others}. Mają one własne wiersze.',
  },
} as const
