import { type Palette, palettes } from '../../../analyses/charts'

/** Roles of the palette as custom properties, so that every rule below is written once. */
const properties = (palette: Palette): string =>
  (
    [
      'page',
      'panel',
      'text',
      'quiet',
      'border',
      'strongBorder',
      'accent',
      'good',
      'attention',
      'bad',
    ] as const
  )
    .map((role) => `--${role.toLowerCase()}:${palette[role]}`)
    .join(';')

/**
 * Charts are drawn once, in the light theme; another theme repaints them by the colours they were drawn with.
 * The same colour in two roles is repainted the same way in all themes (tested).
 */
export function repaintCss(to: Palette): string {
  const pairs = new Map<string, string>()
  const { light } = palettes
  for (const role of paintedRoles) pairs.set(light[role], to[role])
  light.categories.forEach((colour, index) => {
    pairs.set(colour, to.categories[index] ?? to.quiet)
  })
  light.sequential.forEach((colour, index) => {
    pairs.set(colour, to.sequential[index] ?? to.quiet)
  })
  light.diverging.forEach((colour, index) => {
    if (!pairs.has(colour)) pairs.set(colour, to.diverging[index] ?? to.quiet)
  })
  return [...pairs]
    .map(([from, colour]) => `svg [fill="${from}"]{fill:${colour}}svg [stroke="${from}"]{stroke:${colour}}`)
    .join('')
}

export const paintedRoles = [
  'panel',
  'text',
  'quiet',
  'border',
  'strongBorder',
  'accent',
  'good',
  'attention',
  'bad',
  'women',
  'men',
  'total',
  'suppressed',
  'noData',
] as const satisfies readonly (keyof Palette)[]

const layout = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:400 16px/1.5 "Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums}
.skip{position:absolute;left:16px;top:-60px;background:var(--panel);color:var(--accent);padding:8px 16px;border:2px solid var(--accent);border-radius:4px}
.skip:focus{top:16px}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.banner{background:var(--panel);border-bottom:3px solid var(--attention);color:var(--attention);font-weight:600;font-size:14px;text-align:center;padding:8px 16px;margin:0;max-width:none}
header .head,main{max-width:816px;margin:0 auto;padding:0 32px}
main{padding-bottom:64px}
header .head{padding-top:48px}
h1{font-size:34px;font-weight:600;line-height:1.2;margin:0 0 8px;text-wrap:balance}
h2{font-size:22px;font-weight:600;line-height:1.25;margin:48px 0 12px}
h3{font-size:18px;font-weight:600;line-height:1.25;margin:32px 0 8px}
p{margin:0 0 12px;max-width:68ch}
.subtitle{color:var(--quiet);font-size:16px}
nav{max-width:816px;margin:24px auto;padding:0 32px;font-size:14px}
nav>ol{border-top:1px solid var(--border);border-bottom:1px solid var(--border);padding:12px 0;margin:0;list-style:none}
nav.short>ol{display:flex;flex-wrap:wrap;gap:4px 20px}
nav h2{font-size:18px;margin:0 0 8px}
nav ol ol{list-style:none;padding:4px 0 4px 20px}
.title-page{padding-top:96px}
.organisation{font-weight:600;margin-top:32px}
.imprint{color:var(--quiet);margin:0 0 4px}
ul{padding-left:20px;max-width:68ch}
li{margin:0 0 4px}
.note{border-left:4px solid var(--strongborder);background:var(--panel);padding:12px 16px;margin:16px 0;max-width:none}
.note.attention,.findings .attention{border-left-color:var(--attention)}
.note.good,.findings .good{border-left-color:var(--good)}
.comment .severity{color:var(--quiet)}
p,li{white-space:pre-line}
.findings{list-style:none;padding:0;max-width:none}
.findings li{background:var(--panel);border:1px solid var(--border);border-left:4px solid var(--accent);border-radius:4px;padding:12px 16px;margin:0 0 8px}
.severity{font-weight:600;margin-right:8px;color:var(--accent)}
.attention .severity{color:var(--attention)}
.good .severity{color:var(--good)}
.figure{margin:24px 0;background:var(--panel);border:1px solid var(--border);border-radius:4px;padding:20px 16px 16px}
.figcaption{max-width:none;margin:0;padding:0 4px 12px}
.figcaption strong{display:block;font-size:20px;font-weight:600;line-height:1.25}
p.figcaption{padding-bottom:2px}p.figcaption+svg{margin-top:8px}
.figcaption span{color:var(--quiet);font-size:14px}
.figure svg{display:block;max-width:100%;height:auto}
.foot{color:var(--quiet);font-size:13px;margin:12px 4px 0;max-width:none}
details{margin:12px 4px 0;font-size:14px}
summary{cursor:pointer;color:var(--accent);padding:4px 0}
.scroll{position:relative;overflow-x:auto;margin:16px 0 8px;background:var(--panel);border:1px solid var(--border);border-radius:4px}
.figure .scroll{margin:8px 0 0}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.35}
caption{text-align:left;font-weight:600;font-size:16px;padding:12px 12px 8px}
th,td{padding:6px 12px;text-align:left;vertical-align:top;border-top:1px solid var(--border)}
.long{overflow-wrap:anywhere;max-width:40ch}
thead th{color:var(--quiet);font-weight:600;vertical-align:bottom;border-top:0;border-bottom:2px solid var(--strongborder)}
tbody th{font-weight:400}
tbody tr:first-child>*{border-top:0}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
.unit{font-weight:400;white-space:nowrap}
.absent{color:var(--quiet)}
.table-note{color:var(--quiet);font-size:13px;margin:0 0 16px;max-width:none}
.caption{font-weight:600;margin:16px 0 8px}
.facts{margin:16px 0;background:var(--panel);border:1px solid var(--border)}
.facts td,.facts th{overflow-wrap:anywhere;white-space:pre-line}
.facts th{color:var(--quiet);width:32%;min-width:140px}
code{font:13px/1.45 ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:640px){.head,main{padding-left:16px;padding-right:16px}h1{font-size:26px}nav{padding:0 16px}}
`

/** A4 with room for a binder; charts and rows stay whole, table heads come again on each page. */
const print = `
@page{size:A4;margin:18mm 16mm 20mm}
@page wide{size:A4 landscape}
@media print{
body{background:#fff;font-variant-ligatures:none;font-size:10.5pt;orphans:3;widows:3}
header .head,main,nav{max-width:none;padding-left:0;padding-right:0}
header .head{padding-top:0}
.skip,nav.short{display:none}
.title-page{padding-top:60mm!important;break-after:page}
nav.whole{break-after:page;font-size:10.5pt}
nav a{color:inherit;text-decoration:none}
h1{font-size:22pt}h2{font-size:15pt;margin-top:24pt}h3{font-size:12pt}
h1,h2,h3,caption,.caption,h2+p:has(+.short),h3+p:has(+.short){break-after:avoid}
.picture,.facts:not(:has(tr:nth-child(15))),.short,tr,li,.note{break-inside:avoid}
thead,tbody tr:first-child{break-after:avoid}
.page-break{break-after:page}
.page-break+h2,.title-page+h2{margin-top:0}
.figure{padding:12pt 0 0;border-width:1px 0 0;border-radius:0}
.across,.wide{page:wide}
p,ul{max-width:none}
th,td{padding:3.5pt 6pt}
.wide table{font-size:8pt}.wide th,.wide td{padding:3pt 4pt}
.scroll{overflow:visible;border-width:1px 0;border-radius:0}
thead{display:table-header-group}
table{font-size:9pt}
summary{display:none}
body.one-page{font-size:10pt;line-height:1.4}
.one-page h1{font-size:19pt;margin-bottom:4pt}.one-page h2{font-size:12.5pt;margin:10pt 0 4pt}
.one-page .note,.one-page .findings li{padding:4pt 8pt;margin:0 0 4pt}.one-page p{margin:0 0 4pt}.one-page .banner{padding:3pt}
.one-page .figure{margin:6pt 0;padding-top:4pt}.one-page .figcaption{padding-bottom:4pt}.one-page .figcaption strong{font-size:12pt}
.one-page .picture svg{max-height:92mm;margin:0 auto}
details::details-content{content-visibility:visible;block-size:auto;overflow:visible}
}
`

/** Browsers that can set them print page numbers; in a PDF of ours the printer does. */
const pageNumbers = `
@page{@bottom-center{content:counter(page) " / " counter(pages);font:9pt "Source Sans 3",sans-serif;color:#555}}
`

export const reportCss = (fontFaces: string, { paper }: { readonly paper: boolean }): string =>
  [
    fontFaces,
    `:root{color-scheme:light dark;${properties(palettes.light)}}`,
    layout,
    `@media screen and (prefers-color-scheme:dark){:root{${properties(palettes.dark)}}${repaintCss(palettes.dark)}}`,
    '@media (prefers-contrast:more){:root{--quiet:var(--text);--border:var(--strongborder)}}',
    `@media print and (monochrome){:root{${properties(palettes.print)}}${repaintCss(palettes.print)}}`,
    print,
    paper ? '' : pageNumbers,
  ].join('\n')
