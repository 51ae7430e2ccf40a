export const en = {
  'help.head': 'Regional Workbench on the command line. Nothing leaves this computer.',
  'help.usage': `Usage: workbench COMMAND [ARGUMENTS] [--json] [--locale cs|en|pl]

  inspect FILE                                what is in the file or folder; writes nothing
         [--project P] [--options FILE.json] [--recipe R.json]
  import FILE... --project P                  loads into the project, prints the receipt
         [--as NAME] [--options FILE.json] [--recipe R.json] [--append] [--replace]
  query --project P "SELECT ..."              read-only SQL over the data sets
         [--to csv|json|arrow|parquet] [--out FILE]
  profile DATASET --project P                 how its values lie, what is wrong with them
  recipe DATASET --project P --out R.json     how it was loaded, for the file's next edition
  codelist [list] --project P                 the code lists the project knows
  codelist add DATASET --project P --as NAME --code COLUMN --level LEVEL
         [--label COLUMN] [--parent COLUMN] [--valid-from COLUMN --valid-to COLUMN] [--on DAY]
  correspondence [list] --project P           the project's correspondence tables
  correspondence add DATASET --project P --as NAME --from COLUMN --to COLUMN
         (--date COLUMN | --day DAY) [--weight COLUMN]
  codelist remove NAME, correspondence remove NAME  takes them away
  convert DATASET --with NAME --on DAY --project P --as NEW  onto the map of another day
         [--of DAY] [--territory COLUMN] [--by COLUMN]... [--measure COLUMN]...
  packs                                       the analyses there are
  describe PACK                               its question, needs, parameters, outputs, citations
  run PACK (--project P | --input NEED=FILE)  runs it
         [--bind NEED.COLUMN=SOURCE_COLUMN]... [--param NAME=VALUE]... [--out RUN.json]
         [--subjects NEED=persons|firms|territories|public]...  whom the data are about
  report FILE... --to FORMAT[,FORMAT]|all --out PATH  writes runs or a report; hides what may not be shown
         [--project P] [--report ID] [--together | --template ID] [--title T] [--two-language LOCALE]
         [--rules FILE.json] [--minimum N] [--part NAME]
         FORMAT: html, docx, pdf, xlsx, csvw, svg, png, csv, parquet, arrow, json
         PATH: a file, or a folder (FOLDER/) for files named by title, all charts and tables
  templates                                   the kinds of reports there are
  reports --project P                         the reports kept in the project
  compose --project P (--template ID | --report ID | --from REPORT.json)  makes or changes a report
         [--title T] [--two-language LOCALE] [--territory CODE=NAME] [--run | --again] [--out REPORT.json]
         [--remove]
  batch (--template ID | --report ID | REPORT.json) --project P --data-set NAME --column TERRITORY
         --to FORMAT[,FORMAT] --out DIR [--territory CODE]...  a report for every territory
  rules --project P [--set NAME=VALUE]...     what may not be shown; changes it
  ledger --project P [--out FILE.csv]         what has been exported about persons or firms
  verify RUN.json|REPORT [--project P | --input NEED=FILE]
  demo [--out DIR]                            the main job on the sample region

Exit codes: 0 done, 1 the data or the pack does not allow it, 2 wrong usage,
3 a file could not be read or written, 70 a fault of ours.`,
  'usage.wrong': 'Wrong usage: {detail}. "workbench --help" lists the commands.',
  progress: '{title} {step}/{of}{share, select, none {} other { {percent} %}}',
  'inspect.file': '{file}: {bytes} bytes, {encoding}, {format}',
  'profile.least': 'least',
  'profile.median': 'median',
  'profile.greatest': 'greatest',
  'profile.outliers': 'outliers',
  'table.id': 'Table',
  'table.title': 'Title',
  'table.columns': 'Columns',
  'table.records': 'Records',
  'table.name': 'Data set',
  'inspect.dialect':
    'delimiter {delimiter}, decimal {decimal}, header {header, select, none {none} other {on line {header}}}, preamble {preamble}, footer {footer}',
  'inspect.rows':
    'records read {read}: loadable {loaded}, rejected {rejected}, preamble {preamble}, footer {footer}',
  'import.rows':
    '{name}: read {read} = loaded {loaded} + rejected {rejected} + preamble {preamble} + footer {footer}',
  'import.observations': '{count, plural, one {# row} other {# rows}} in SQL',
  'import.rejects': 'rejected records are in {table}',
  'list.id': 'List',
  'list.codes': 'Codes',
  'list.changes': 'Changes',
  'list.from': 'From',
  'list.to': 'To',
  'list.source': 'Source',
  'convert.made':
    '{name}: {rows, plural, one {# row} other {# rows}}, converted from {from} by the table {table}, from {of} to {on}',
  'convert.before': 'sum before',
  'convert.after': 'sum after',
  'convert.hidden': 'in missing places',
  'column.name': 'name',
  'column.label': 'label',
  'column.type': 'type',
  'column.role': 'role',
  'column.missing': 'missing',
  'column.distinct': 'distinct',
  'packs.broken': 'cannot be used: {folder}',
  'area.policy': 'Did the policy work?',
  'area.region': 'What is our region good at?',
  'area.comparison': 'How do we compare?',
  'area.gender': 'How do women and men fare?',
  'describe.uses': 'What it is for',
  'describe.many': 'several columns',
  'describe.rest': 'otherwise all number columns left',
  'describe.unset': 'not set',
  'describe.question': 'Question',
  'describe.limits': 'When not to use it',
  'describe.needs': 'Needs',
  'describe.params': 'Parameters',
  'describe.outputs': 'Tables',
  'describe.cite': 'Sources of the methods',
  'describe.optional': 'optional',
  'describe.default': 'default {value}',
  'run.findings': 'Findings',
  'run.none': 'No finding.',
  'run.tables': 'Tables',
  'report.wrote': 'Wrote {path} ({bytes} bytes)',
  'disclosure.nobody': 'Nothing in it is about persons or firms, so nothing had to be hidden.',
  'disclosure.rule': 'Groups of fewer than {minimum} are not shown.',
  'disclosure.hidden':
    '{cells, plural, one {# cell} other {# cells}} looked at: {primary} hidden by the rules, {secondary} more so that none of them can be worked out.',
  'disclosure.round-rule':
    'Means and sums that may rest on fewer than {minimum} persons or firms are not shown.',
  'disclosure.rounded':
    '{cells, plural, one {# cell} other {# cells}} looked at: counts rounded to multiples of {base}. {additive, select, yes {Sums agree, and at least {width} values remain possible for each count.} other {Some sums may differ.}}',
  'disclosure.withheld':
    '{count, plural, one {# finding or sentence} other {# findings and sentences}} left out, because {count, plural, one {it rests} other {they rest}} on hidden values.',
  'disclosure.attacked':
    'Attack on {attacked, plural, one {# hidden cell} other {# hidden cells}}: what the rules protect ({protected}) cannot be worked out.',
  'disclosure.earlier':
    '{count, plural, =0 {What was exported from this project before, if anything, tells nothing beyond this.} one {# earlier export was taken into account.} other {# earlier exports were taken into account.}}',
  'disclosure.no-ledger': 'Earlier exports could not be looked at, because no project was given (--project).',
  'templates.batch': 'for many territories at once',
  'reports.id': 'Id',
  'reports.sections': 'Sections',
  'reports.runs': 'Runs',
  'reports.missing': 'Not run yet',
  'compose.kept': 'Report {id} is kept in the project.',
  'compose.waits': 'the analysis {pack} was not run yet',
  'batch.done':
    '{reports, plural, one {# report} other {# reports}}, {files, plural, one {# file} other {# files}} in {folder}',
  'rules.name': 'Rule',
  'rules.value': 'Value',
  'ledger.empty': 'Nothing about persons or firms has been exported from this project.',
  'ledger.when': 'When',
  'ledger.file': 'File',
  'ledger.cells': 'New cells',
  'ledger.hidden': 'Hidden',
  'verify.hidden':
    '{count, plural, one {# value is hidden} other {# values are hidden}} and cannot be compared.',
  'verify.file-differs':
    'In {count, plural, one {# place} other {# places}} the file says something else than the record it was made of:',
  'verify.pdf':
    'Numbers are calculated again from the record in the PDF. Its pages are not printed again: verify the HTML or DOCX of the same report.',
  'verify.same': 'Every number is the same ({numbers} compared).',
  'verify.differs': '{count, plural, one {# number differs} other {# numbers differ}}:',
  'demo.start': 'The sample region is fictional. Importing it, running the packs, writing the reports.',
  'demo.done': 'Done. Written to {folder}:',
} as const

export type MessageKey = keyof typeof en
