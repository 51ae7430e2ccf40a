import type { MessageKey } from './en'

export const cs: Readonly<Record<MessageKey, string>> = {
  'help.head': 'Regional Workbench na příkazové řádce. Nic neopouští tento počítač.',
  'help.usage': `Použití: workbench PŘÍKAZ [ARGUMENTY] [--json] [--locale cs|en|pl]

  inspect SOUBOR                              co v souboru nebo složce je; nic nezapisuje
         [--project P] [--options SOUBOR.json] [--recipe R.json]
  import SOUBOR... --project P                nahraje do projektu a vypíše doklad
         [--as JMÉNO] [--options SOUBOR.json] [--recipe R.json] [--append] [--replace]
  query --project P "SELECT ..."              SQL jen pro čtení nad datovými sadami
         [--to csv|json|arrow|parquet] [--out SOUBOR]
  profile SADA --project P                    jak leží její hodnoty a co je na nich špatně
  recipe SADA --project P --out R.json        jak se načetla, pro příští vydání souboru
  codelist [list] --project P                 číselníky, které projekt zná
  codelist add SADA --project P --as JMÉNO --code SLOUPEC --level ÚROVEŇ
         [--label SLOUPEC] [--parent SLOUPEC] [--valid-from SLOUPEC --valid-to SLOUPEC] [--on DEN]
  correspondence [list] --project P           převodní tabulky projektu
  correspondence add SADA --project P --as JMÉNO --from SLOUPEC --to SLOUPEC
         (--date SLOUPEC | --day DEN) [--weight SLOUPEC]
  codelist remove JMÉNO, correspondence remove JMÉNO  odebere je
  convert SADA --with JMÉNO --on DEN --project P --as NOVÁ  převede sadu na území jiného dne
         [--of DEN] [--territory SLOUPEC] [--by SLOUPEC]... [--measure SLOUPEC]...
  packs                                       jaké analýzy jsou k dispozici
  describe ANALÝZA                            její otázka, potřeby, parametry, výstupy a citace
  run ANALÝZA (--project P | --input POTŘEBA=SOUBOR)  spustí ji
         [--bind POTŘEBA.SLOUPEC=SLOUPEC_ZDROJE]... [--param JMÉNO=HODNOTA]... [--out BĚH.json]
         [--subjects POTŘEBA=persons|firms|territories|public]...  o kom data jsou
  report SOUBOR... --to FORMÁT[,FORMÁT]|all --out CESTA  zapíše běhy nebo zprávu; skryje, co se nesmí ukázat
         [--project P] [--report ID] [--together | --template ID] [--title NÁZEV] [--two-language JAZYK]
         [--rules SOUBOR.json] [--minimum N] [--part JMÉNO]
         FORMÁT: html, docx, pdf, xlsx, csvw, svg, png, csv, parquet, arrow, json
         CESTA: soubor, nebo složka (SLOŽKA/) pro soubory nazvané podle titulku, všechny grafy a tabulky
  templates                                   jaké druhy zpráv jsou k dispozici
  reports --project P                         zprávy uložené v projektu
  compose --project P (--template ID | --report ID | --from ZPRÁVA.json)  sestaví nebo změní zprávu
         [--title NÁZEV] [--two-language JAZYK] [--territory KÓD=NÁZEV] [--run | --again] [--out ZPRÁVA.json]
         [--remove]
  batch (--template ID | --report ID | ZPRÁVA.json) --project P --data-set SADA --column ÚZEMÍ
         --to FORMÁT[,FORMÁT] --out SLOŽKA [--territory KÓD]...  zprávu pro každé území
  rules --project P [--set JMÉNO=HODNOTA]...  co se nesmí ukázat; změní to
  ledger --project P [--out SOUBOR.csv]       co se už o osobách nebo firmách exportovalo
  verify BĚH.json|ZPRÁVA [--project P | --input POTŘEBA=SOUBOR]
  demo [--out SLOŽKA]                         hlavní úloha na ukázkovém kraji

Návratové kódy: 0 hotovo, 1 data nebo analýza to nedovolují, 2 chybné použití,
3 soubor nešlo přečíst nebo zapsat, 70 chyba na naší straně.`,
  'usage.wrong': 'Chybné použití: {detail}. Příkazy vypíše „workbench --help“.',
  progress: '{title} {step}/{of}{share, select, none {} other { {percent} %}}',
  'inspect.file': '{file}: {bytes} bajtů, {encoding}, {format}',
  'profile.least': 'nejméně',
  'profile.median': 'medián',
  'profile.greatest': 'nejvíce',
  'profile.outliers': 'odlehlé',
  'table.id': 'Tabulka',
  'table.title': 'Název',
  'table.columns': 'Sloupců',
  'table.records': 'Záznamů',
  'table.name': 'Datová sada',
  'inspect.dialect':
    'oddělovač {delimiter}, desetinný znak {decimal}, záhlaví {header, select, none {není} other {na řádku {header}}}, úvodní řádky {preamble}, závěrečné řádky {footer}',
  'inspect.rows':
    'přečteno záznamů {read}: lze nahrát {loaded}, odmítnuto {rejected}, úvod {preamble}, závěr {footer}',
  'import.rows':
    '{name}: přečteno {read} = nahráno {loaded} + odmítnuto {rejected} + úvod {preamble} + závěr {footer}',
  'import.observations': '{count, plural, one {# řádek} few {# řádky} many {# řádku} other {# řádků}} v SQL',
  'import.rejects': 'odmítnuté záznamy jsou v tabulce {table}',
  'list.id': 'Číselník',
  'list.codes': 'Kódů',
  'list.changes': 'Změn',
  'list.from': 'Od',
  'list.to': 'Do',
  'list.source': 'Zdroj',
  'convert.made':
    '{name}: {rows, plural, one {# řádek} few {# řádky} other {# řádků}}, převedeno ze sady {from} podle tabulky {table} ze dne {of} na den {on}',
  'convert.before': 'součet před',
  'convert.after': 'součet po',
  'convert.hidden': 'v chybějících',
  'column.name': 'název',
  'column.label': 'popisek',
  'column.type': 'typ',
  'column.role': 'role',
  'column.missing': 'chybí',
  'column.distinct': 'různých',
  'packs.broken': 'nelze použít: {folder}',
  'area.policy': 'Fungovala politika?',
  'area.region': 'V čem je náš region silný?',
  'area.comparison': 'Jak si stojíme ve srovnání?',
  'area.gender': 'Jak se vede ženám a mužům?',
  'describe.uses': 'K čemu je',
  'describe.many': 'více sloupců',
  'describe.rest': 'jinak všechny zbylé číselné sloupce',
  'describe.unset': 'nenastaveno',
  'describe.question': 'Otázka',
  'describe.limits': 'Kdy analýzu nepoužívat',
  'describe.needs': 'Potřebuje',
  'describe.params': 'Parametry',
  'describe.outputs': 'Tabulky',
  'describe.cite': 'Zdroje metod',
  'describe.optional': 'nepovinné',
  'describe.default': 'výchozí {value}',
  'run.findings': 'Zjištění',
  'run.none': 'Žádné zjištění.',
  'run.tables': 'Tabulky',
  'report.wrote': 'Zapsáno {path} ({bytes} bajtů)',
  'disclosure.nobody': 'Nic v tom není o osobách ani firmách, takže nebylo co skrývat.',
  'disclosure.rule': 'Skupiny s méně než {minimum} členy se neukazují.',
  'disclosure.hidden':
    'Posouzeno {cells, plural, one {# buňka} few {# buňky} many {# buňky} other {# buněk}}: podle pravidel skryto {primary}, dalších {secondary} proto, aby je nešlo dopočítat.',
  'disclosure.round-rule':
    'Průměry a součty, za kterými by mohlo být méně než {minimum} osob nebo firem, se neukazují.',
  'disclosure.rounded':
    'Posouzeno {cells, plural, one {# buňka} few {# buňky} many {# buňky} other {# buněk}}: počty zaokrouhleny na násobky {base}. {additive, select, yes {Součty souhlasí a pro každý počet zůstává možných nejméně {width} hodnot.} other {Některé součty se mohou lišit.}}',
  'disclosure.withheld':
    '{count, plural, one {Vynechána # věta, protože stojí} few {Vynechány # věty, protože stojí} many {Vynechány # věty, protože stojí} other {Vynecháno # vět, protože stojí}} na skrytých hodnotách.',
  'disclosure.attacked':
    'Pokus o dopočítání {attacked, plural, one {# skryté buňky} few {# skrytých buněk} many {# skryté buňky} other {# skrytých buněk}}: co chrání pravidla ({protected}), dopočítat nelze.',
  'disclosure.earlier':
    '{count, plural, =0 {Co se z projektu exportovalo dřív, neříká nic navíc.} one {Započítán # dřívější export.} few {Započítány # dřívější exporty.} many {Započítáno # dřívějšího exportu.} other {Započítáno # dřívějších exportů.}}',
  'disclosure.no-ledger':
    'Na dřívější exporty se nebylo možné podívat, protože nebyl zadán projekt (--project).',
  'templates.batch': 'pro mnoho území najednou',
  'reports.id': 'Id',
  'reports.sections': 'Oddílů',
  'reports.runs': 'Běhů',
  'reports.missing': 'Dosud nespuštěno',
  'compose.kept': 'Zpráva {id} je uložena v projektu.',
  'compose.waits': 'analýza {pack} se ještě nespustila',
  'batch.done':
    '{reports, plural, one {# zpráva} few {# zprávy} many {# zprávy} other {# zpráv}}, {files, plural, one {# soubor} few {# soubory} many {# souboru} other {# souborů}} ve složce {folder}',
  'rules.name': 'Pravidlo',
  'rules.value': 'Hodnota',
  'ledger.empty': 'Z tohoto projektu se o osobách ani firmách dosud nic neexportovalo.',
  'ledger.when': 'Kdy',
  'ledger.file': 'Soubor',
  'ledger.cells': 'Nových buněk',
  'ledger.hidden': 'Skrytých',
  'verify.hidden':
    '{count, plural, one {# hodnota je skryta a neporovnává se} few {# hodnoty jsou skryty a neporovnávají se} many {# hodnoty je skryto a neporovnává se} other {# hodnot je skryto a neporovnává se}}.',
  'verify.file-differs':
    'Soubor říká na {count, plural, one {# místě} other {# místech}} něco jiného než záznam, ze kterého vznikl:',
  'verify.pdf':
    'Čísla se počítají znovu ze záznamu v PDF. Samotné stránky se znovu netisknou: ověřte HTML nebo DOCX téže zprávy.',
  'verify.same': 'Všechna čísla jsou stejná (porovnáno {numbers}).',
  'verify.differs':
    '{count, plural, one {# číslo se liší} few {# čísla se liší} many {# čísla se liší} other {# čísel se liší}}:',
  'demo.start': 'Ukázkový kraj je smyšlený. Nahrávám ho, spouštím analýzy a zapisuji zprávy.',
  'demo.done': 'Hotovo. Zapsáno do {folder}:',
}
