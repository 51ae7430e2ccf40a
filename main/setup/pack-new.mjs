// `npm run pack:new -- ID`: the folder of a new pack, complete enough to load, run and be tested.
import './node-version.mjs'

const { existsSync, mkdirSync, writeFileSync } = await import('node:fs')
const { dirname, join } = await import('node:path')
const { packFiles } = await import('./pack-files.mjs')
const { projectRoot } = await import('./runtime.mjs')
const { runMain, say, SetupError } = await import('./say.mjs')

await runMain(async () => {
  const id = process.argv[2] ?? ''
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new SetupError({
      cs: 'Napište jméno sady malými písmeny se spojovníky, například: npm run pack:new -- pay-gap',
      en: 'Please give the pack a name in lower-case words joined by hyphens, for example: npm run pack:new -- pay-gap',
      pl: 'Proszę podać nazwę pakietu małymi literami z łącznikami, na przykład: npm run pack:new -- pay-gap',
    })
  }
  const folder = join(projectRoot(), 'analyses', 'packs', id)
  if (existsSync(folder)) {
    throw new SetupError({
      cs: `Složka analyses/packs/${id} už existuje. Nic se nezměnilo.`,
      en: `The folder analyses/packs/${id} is there already. Nothing was changed.`,
      pl: `Folder analyses/packs/${id} już istnieje. Nic nie zmieniono.`,
    })
  }
  for (const [name, text] of Object.entries(packFiles(id))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  say({
    cs: `Vytvořena složka analyses/packs/${id}. Co do ní patří, říká CONTRIBUTING.md.`,
    en: `Made the folder analyses/packs/${id}. CONTRIBUTING.md says what belongs in it.`,
    pl: `Utworzono folder analyses/packs/${id}. O tym, co do niego należy, mówi CONTRIBUTING.md.`,
  })
  return 0
})
