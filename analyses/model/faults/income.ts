import { defineFaults } from './define'

/** Why incomes and pay cannot be described with the data as they are. */
export const incomeFaults = defineFaults({
  'income.no-persons': {
    cs: 'Nezbyla žádná osoba s příjmem a vahou. Zkontrolujte přiřazené sloupce a výběr.',
    en: 'No person with an income and a weight is left. Check the bound columns and the selection.',
    pl: 'Nie pozostała żadna osoba z dochodem i wagą. Sprawdź przypisane kolumny i wybór.',
  },
  'income.no-weight': {
    cs: 'Všechny váhy osob jsou nulové. Zkontrolujte, který sloupec slouží jako váha.',
    en: 'All weights of the persons are zero. Check which column serves as the weight.',
    pl: 'Wszystkie wagi osób są równe zeru. Sprawdź, która kolumna służy jako waga.',
  },
  'income.no-workers': {
    cs: 'Nezbyl žádný zaměstnanec se mzdou a pohlavím. Zkontrolujte přiřazené sloupce a výběr.',
    en: 'No worker with pay and sex is left. Check the bound columns and the selection.',
    pl: 'Nie pozostał żaden pracownik z płacą i płcią. Sprawdź przypisane kolumny i wybór.',
  },
})
