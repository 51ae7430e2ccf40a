import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchWorkbench, root } from './launch'
import { answerDialogs, expectAccessible, heading, newProject, picture, rail } from './window-helpers'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mapy – '))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>
}

/** The sample region with a rate that rises from west to east. */
function writeRegion(): { readonly file: string; readonly places: number } {
  const region = JSON.parse(readFileSync(join(root, 'sample-data/region/boundaries.geojson'), 'utf8')) as {
    readonly features: readonly Feature[]
  }
  const features = region.features.map((feature, at) => {
    const west = Number(/-?\d+\.\d+/.exec(JSON.stringify(feature).split('coordinates')[1] ?? '')?.[0] ?? 0)
    return {
      ...feature,
      properties: { ...feature.properties, hodnota: Math.round(500 + 200 * west + (at % 7)) },
    }
  })
  const file = join(folder, 'region.geojson')
  writeFileSync(file, JSON.stringify({ ...region, features }))
  return { file, places: features.length }
}

test('a map and its tiles: legend, table by keys, both themes', async () => {
  test.setTimeout(300_000)
  const workbench = await launchWorkbench()
  const { page } = workbench
  const { file, places } = writeRegion()
  await newProject(workbench, folder)
  await answerDialogs(workbench, { open: [file] })
  await page.getByRole('button', { name: 'Import data' }).click()
  await page.getByRole('button', { name: `Import ${places} rows` }).click()
  await expect(heading(page)).toHaveText('region', { timeout: 60_000 })
  await rail(page, 'Analyses').click()
  await page.getByLabel('Find an analysis').fill('spatial')
  await page
    .getByRole('button', { name: /neighbour/i })
    .first()
    .click()
  await picture(workbench, 'map-form')
  await page.getByRole('button', { name: 'Run the analysis' }).click()
  await expect(page.getByRole('list', { name: 'Findings' })).toBeVisible({ timeout: 120_000 })
  const tiles = page.getByRole('figure').filter({ hasText: 'Every territory as a tile of one size' })
  const map = page.getByRole('img', { name: /^Map of the values/ })
  for (const theme of ['dark', 'light'] as const) {
    await page.locator('.rail-item').nth(4).click()
    await page.getByLabel('Colours').selectOption(theme)
    await page.keyboard.press('Escape')
    await map.scrollIntoViewIfNeeded()
    await expect(map.locator('svg')).toBeVisible()
    await picture(workbench, `map-${theme}`)
    await tiles.getByRole('img').scrollIntoViewIfNeeded()
    await picture(workbench, `tiles-${theme}`)
    await expectAccessible(page, `maps, ${theme}`)
  }
  // The picture can be scrolled by keys, and its numbers are one key away.
  await tiles.getByRole('img').focus()
  await expect(tiles.getByRole('img')).toBeFocused()
  await tiles.getByRole('button', { name: 'Table' }).focus()
  await page.keyboard.press('Enter')
  await expect(tiles.getByRole('columnheader', { name: /Value/ })).toBeVisible()
  await expect(tiles.getByRole('row')).not.toHaveCount(0)
  await picture(workbench, 'tiles-table')
  await workbench.close()
})
