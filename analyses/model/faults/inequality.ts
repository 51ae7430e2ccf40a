import { defineFaults } from './define'

/** Why inequality cannot be measured with the data as they are. */
export const inequalityFaults = defineFaults({
  'inequality.no-values': {
    cs: 'V žádném období nejsou aspoň dvě území s hodnotou. Zkontrolujte přiřazené sloupce a výběr.',
    en: 'In no period do at least two territories have a value. Check the bound columns and the selection.',
    pl: 'W żadnym okresie co najmniej dwa terytoria nie mają wartości. Sprawdź przypisane kolumny i wybór.',
  },
})
