import { defineFaults } from './define'

/** Why costs and benefits cannot be appraised. */
export const costFaults = defineFaults({
  'costs.nothing': {
    cs: 'Nejsou žádné náklady ani přínosy, které by se daly posoudit. Zkontrolujte vstupní data.',
    en: 'There are no costs or benefits to appraise. Check the input data.',
    pl: 'Nie ma kosztów ani korzyści do oceny. Sprawdź dane wejściowe.',
  },
  'costs.year-wrong': {
    cs: 'Rok „{year}“ varianty „{option}“ není celé číslo. Náklady a přínosy zadávejte po letech.',
    en: 'The year "{year}" of the option "{option}" is not a whole number. Give costs and benefits by year.',
    pl: 'Rok „{year}” wariantu „{option}” nie jest liczbą całkowitą. Podaj koszty i korzyści według lat.',
  },
  'costs.edition-unknown': {
    cs: 'Vydání diskontní sazby „{edition}“ není známo. Známá vydání: {known}. Nebo zadejte vlastní sazbu parametrem „rate“.',
    en: 'There is no edition "{edition}" of the discount rate. Known editions: {known}. Or give a rate of your own with the parameter "rate".',
    pl: 'Nie ma edycji stopy dyskontowej „{edition}”. Znane edycje: {known}. Można też podać własną stopę parametrem „rate”.',
  },
})
