import { defineMessages } from '../define'

/** Names of the code lists that come with the workbench; a project's own has the name it was given. */
export const codeListMessages = defineMessages({
  'codeList.country/iso2': {
    cs: 'země (ISO, 2 písmena)',
    en: 'countries (ISO, 2 letters)',
    pl: 'kraje (ISO, 2 litery)',
  },
  'codeList.country/iso3': {
    cs: 'země (ISO, 3 písmena)',
    en: 'countries (ISO, 3 letters)',
    pl: 'kraje (ISO, 3 litery)',
  },
  'codeList.country/numeric': {
    cs: 'země (ISO, číselně)',
    en: 'countries (ISO, numbers)',
    pl: 'kraje (ISO, numery)',
  },
  'codeList.cz-kraj/csu': {
    cs: 'kraje ČR (číselník ČSÚ 100)',
    en: 'Czech regions (Statistical Office list 100)',
    pl: 'kraje czeskie (lista 100 czeskiego urzędu)',
  },
  'codeList.cz-kraj/ruian': {
    cs: 'kraje ČR (RÚIAN)',
    en: 'Czech regions (RÚIAN)',
    pl: 'kraje czeskie (RÚIAN)',
  },
  'codeList.cz-okres/lau1': {
    cs: 'okresy ČR (LAU 1)',
    en: 'Czech districts (LAU 1)',
    pl: 'okresy czeskie (LAU 1)',
  },
  'codeList.sk-okres/lau1': {
    cs: 'okresy SR (LAU 1)',
    en: 'Slovak districts (LAU 1)',
    pl: 'okresy słowackie (LAU 1)',
  },
  'codeList.cz-okres/election': {
    cs: 'okresy ČR (volební čísla)',
    en: 'Czech districts (election numbers)',
    pl: 'okresy czeskie (numery wyborcze)',
  },
  'codeList.cz-okres/ruian': {
    cs: 'okresy ČR (RÚIAN)',
    en: 'Czech districts (RÚIAN)',
    pl: 'okresy czeskie (RÚIAN)',
  },
  'codeList.cz-okres/csu': {
    cs: 'okresy ČR (číselník ČSÚ 101)',
    en: 'Czech districts (Statistical Office list 101)',
    pl: 'okresy czeskie (lista 101 czeskiego urzędu)',
  },
  'codeList.cz-orp/csu': {
    cs: 'ORP (číselník ČSÚ 65)',
    en: 'Czech ORP areas (Statistical Office list 65)',
    pl: 'obszary ORP (lista 65 czeskiego urzędu)',
  },
  'codeList.cz-orp/ruian': { cs: 'ORP (RÚIAN)', en: 'Czech ORP areas (RÚIAN)', pl: 'obszary ORP (RÚIAN)' },
  'codeList.cz-obec': { cs: 'obce ČR', en: 'Czech municipalities', pl: 'gminy czeskie' },
  'codeList.cz-zuj': {
    cs: 'základní územní jednotky ČR',
    en: 'Czech basic units',
    pl: 'czeskie jednostki podstawowe',
  },
  'codeList.sk-obec': { cs: 'obce SR', en: 'Slovak municipalities', pl: 'gminy słowackie' },
  'codeList.pl-powiat': { cs: 'powiaty (Polsko)', en: 'Polish counties (powiat)', pl: 'powiaty' },
  'codeList.pl-gmina': { cs: 'gminy (Polsko)', en: 'Polish municipalities (gmina)', pl: 'gminy' },
  'codeList.nuts': { cs: 'NUTS', en: 'NUTS', pl: 'NUTS' },
})
