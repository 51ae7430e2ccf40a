import type { Block, ReportDocument } from '../../../analyses/model/report-document'
import { escapeMarkup as text } from '../svg/escape'
import { pageMessages } from './messages'

/** Title, what it is about, and who made it when: the first page of a report that says so. */
export function headHtml({ title, subtitle, imprint, titlePage }: ReportDocument): string {
  const line = (value: string, kind: string) =>
    value === '' ? '' : `<p class="${kind}"><bdi>${text(value)}</bdi></p>`
  const own =
    imprint === undefined || titlePage === false
      ? ''
      : [
          line(imprint.organisation, 'organisation'),
          line(imprint.author, 'imprint'),
          line(imprint.date, 'imprint'),
        ].join('')
  const page = own === '' ? 'head' : 'head title-page'
  return `<div class="${page}"><h1>${text(title)}</h1>${line(subtitle, 'subtitle')}${own}</div>`
}

type Heading = Extract<Block, { kind: 'heading' }>

/** Links to the sections; a report that asks for a list of contents has it on paper too. */
export function contentsHtml({ blocks, contents, locale }: ReportDocument, paper: boolean): string {
  const whole = contents === true
  if (contents === false || (paper && !whole)) return ''
  const sections = sectionsOf(blocks.filter((block): block is Heading => block.kind === 'heading'))
  if (sections.length === 0) return ''
  const entry = ({ id, text: title, lang }: Block & Heading) =>
    `<a href="#${text(id)}"${lang === undefined ? '' : ` lang="${lang}"`}>${text(title)}</a>`
  const items = sections.map(({ first, parts }) => {
    const inside = whole ? parts.map((part) => `<li>${entry(part)}</li>`).join('') : ''
    return `<li>${entry(first)}${inside === '' ? '' : `<ol>${inside}</ol>`}</li>`
  })
  const title = text(pageMessages[locale].contents)
  const heading = whole ? `<h2>${title}</h2>` : ''
  return `<nav class="${whole ? 'whole' : 'short'}" aria-label="${title}">${heading}<ol>${items.join('')}</ol></nav>`
}

/** Chapters with their parts; a part that stands before the first chapter counts as one. */
function sectionsOf(headings: readonly Heading[]): readonly { first: Heading; parts: Heading[] }[] {
  const sections: { first: Heading; parts: Heading[] }[] = []
  for (const heading of headings) {
    const last = sections.at(-1)
    if (heading.level === 2 || last === undefined) sections.push({ first: heading, parts: [] })
    else last.parts.push(heading)
  }
  return sections
}
