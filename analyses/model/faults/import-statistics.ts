import { defineFaults } from './define'

export const importStatisticsFaults = defineFaults({
  'import.not-sdmx': {
    cs: 'Soubor {file} není SDMX-CSV: záhlaví začíná „{cell}“, čekali jsme DATAFLOW, nebo STRUCTURE a STRUCTURE_ID. Načtěte ho jako obyčejný text.',
    en: 'The file {file} is not SDMX-CSV: its header begins with “{cell}”, where DATAFLOW, or STRUCTURE and STRUCTURE_ID, was expected. Load it as plain text.',
    pl: 'Plik {file} nie jest plikiem SDMX-CSV: nagłówek zaczyna się od „{cell}”, a oczekiwano DATAFLOW albo STRUCTURE i STRUCTURE_ID. Wczytaj go jako zwykły tekst.',
  },
  'import.not-csu': {
    cs: 'Soubor {file} nemá záhlaví otevřených dat ČSÚ (idhod, hodnota a dvojice _cis a _kod). Načtěte ho jako obyčejný text.',
    en: 'The file {file} does not have the header of open data of the Czech Statistical Office (idhod, hodnota and pairs of _cis and _kod). Load it as plain text.',
    pl: 'Plik {file} nie ma nagłówka otwartych danych Czeskiego Urzędu Statystycznego (idhod, hodnota oraz pary _cis i _kod). Wczytaj go jako zwykły tekst.',
  },
})
