import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import iconv from 'iconv-lite'
import type { Workbench } from './launch'

/** The platform's dialogs cannot be driven by a test: they answer what a person would have chosen. */
export async function answerDialogs(
  { app }: Workbench,
  answers: { readonly open?: readonly string[]; readonly save?: string },
): Promise<void> {
  await app.evaluate(
    ({ dialog }, { open, save }) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: open === undefined, filePaths: [...(open ?? [])] })
      dialog.showSaveDialog = () => Promise.resolve({ canceled: save === undefined, filePath: save ?? '' })
    },
    { open: answers.open, save: answers.save },
  )
}

/**
 * Four municipalities, three years, both sexes, in windows-1250 with a preamble and one broken record.
 * Women of 0502 in 2023: 40 of 100; men: 70 of 100.
 */
export function writeEmployment(folder: string): string {
  const lines = [
    'Zaměstnanost podle pohlaví;;;;',
    'Zdroj: smyšlené šetření;;;;',
    'Kód obce;Pohlaví;Rok;Zaměstnaní;Obyvatelé',
  ]
  for (const [index, code] of ['0501', '0502', '0503', '0504'].entries()) {
    for (const year of [2021, 2022, 2023]) {
      const women = code === '0502' && year === 2023 ? 40 : 60 + index
      lines.push(`${code};ženy;${year};${women};100`, `${code};muži;${year};${70 + (year - 2023)};100`)
    }
  }
  lines.push('0505;ženy')
  const path = join(folder, 'zaměstnanost 2023.csv')
  writeFileSync(path, iconv.encode(`${lines.join('\r\n')}\r\n`, 'win1250'))
  return path
}

/** Twelve municipalities, eleven years, women and men: a policy of 2018 or 2020 in five of them, +3 for women only. */
export function writePolicy(folder: string): string {
  const lines = ['obec;rok;pohlavi;mira;zavedeno']
  for (let place = 1; place <= 12; place++) {
    const start = place <= 3 ? 2018 : place <= 5 ? 2020 : 0
    for (let year = 2012; year <= 2022; year++) {
      // Every place wanders a little in its own way; the same file every time.
      const wander = ((place * 7 + year * 5 + place * year * 3) % 11) / 10
      const women = 50 + place / 2 + (year - 2012) / 4 + wander + (start > 0 && year >= start ? 3 : 0)
      const men = 60 + place / 3 + (year - 2012) / 4 + ((place * 5 + year * 3) % 7) / 10
      for (const [sex, value] of [
        ['F', women],
        ['M', men],
      ] as const)
        lines.push(`U${String(place).padStart(2, '0')};${year};${sex};${value.toFixed(2)};${start}`)
    }
  }
  const path = join(folder, 'podpora.csv')
  writeFileSync(path, `${lines.join('\r\n')}\r\n`)
  return path
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** A place of the left rail. */
export const rail = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main navigation' }).getByRole('button', { name })

export async function newProject(workbench: Workbench, folder: string): Promise<string> {
  const path = join(folder, 'kraj.duckdb')
  await answerDialogs(workbench, { save: path })
  await workbench.page.getByRole('button', { name: /^New project/ }).click()
  await expect(heading(workbench.page)).toHaveText('Data', { timeout: 60_000 })
  return path
}

export async function importEmployment(workbench: Workbench, folder: string): Promise<void> {
  const { page } = workbench
  await answerDialogs(workbench, { open: [writeEmployment(folder)] })
  await page.getByRole('button', { name: 'Import data' }).click()
  await expect(page.getByRole('button', { name: 'Import 24 rows' })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Import 24 rows' }).click()
  await expect(heading(page)).toHaveText('zamestnanost_2023', { timeout: 30_000 })
}

export async function runGap(page: Page): Promise<void> {
  await rail(page, 'Analyses').click()
  await page.getByLabel('Find an analysis').fill('gender-gap')
  await page.getByRole('button', { name: /Gap between women and men/ }).click()
  await page.getByRole('button', { name: 'Run the analysis' }).click()
  await expect(page.getByRole('list', { name: 'Findings' })).toBeVisible({ timeout: 60_000 })
}

/** Moves by Tab until the element with this name has the focus; a name that cannot be reached fails. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      const labels =
        element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement
          ? element.labels
          : null
      const label =
        element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? ''
      return label.trim()
    })
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press('Tab')
    if (name.test(await focused())) return
  }
  throw new Error(`${String(name)} cannot be reached by Tab`)
}

/** No violation that axe can find, on the screen as it is now. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Legacy mode: the default one opens a second window, which Electron does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
  expect(found, `axe on ${what}`).toEqual([])
}

/** The screens of reports, from their list and back to it; a report is made when there is none. */
export async function reportScreens(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.locator('.screen-head button').first().click()
  await expect(page.locator('.rule').first()).toBeVisible()
  await look('protection')
  await page.getByRole('tab').nth(1).click()
  await look('ledger')
  await page.locator('.screen-back button').click()
  await page.locator('.screen-head .button-primary').click()
  const templates = page.locator('.template')
  await expect(templates.nth(1)).toBeVisible()
  await look('new-report')
  const stored = page.locator('[aria-labelledby="stored-reports"] .list-main')
  if ((await stored.count()) > 0) {
    await page.keyboard.press('Escape')
    await stored.first().click()
  } else await templates.nth(4).click()
  await expect(page.locator('.sheet')).toBeVisible({ timeout: 60_000 })
  // In a narrow window the outline is folded away.
  const fold = page.locator('.editor-side .settings-fold button').first()
  if (await fold.isVisible()) await fold.click()
  await page.getByRole('treeitem').nth(2).click()
  await look('editor')
  for (const [index, name] of ['report', 'analyses', 'protection'].entries()) {
    await page
      .getByRole('tab')
      .nth(index + 1)
      .click()
    await look(`editor-${name}`)
  }
  await page.locator('.screen-head .button-primary').click()
  await expect(page.locator('.will-hide')).toBeVisible({ timeout: 60_000 })
  await look('editor-export')
  await page.keyboard.press('Escape')
  await page.locator('.editor-side .side-head button').click()
}

const folder = process.env['WORKBENCH_SCREENSHOTS']

/**
 * A picture of the screen for people to look at, where WORKBENCH_SCREENSHOTS names a folder. Taken by the window
 * itself: the test tool cuts off what a zoomed page shows beyond its unzoomed size.
 */
export async function picture({ app }: Workbench, name: string): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await new Promise((done) => setTimeout(done, 300))
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  writeFileSync(join(folder, `${name}.png`), Buffer.from(png, 'base64'))
}
