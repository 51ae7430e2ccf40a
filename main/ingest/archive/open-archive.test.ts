import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { faultOf, importFolder, quietJob } from '../../../tests/helpers/import-files'
import { type MadeMember, makeTar, makeZip } from '../../../tests/helpers/make-archive'
import { openPlace } from '../formats/place'
import { type ArchiveLimits, archiveLimits } from './limits'
import { openArchive } from './open-archive'

const folder = importFolder()
afterAll(() => folder.remove())

const small = { ...archiveLimits, kept: 1000, ratioFrom: 1_000_000 }

async function open(name: string, bytes: Uint8Array, limits: ArchiveLimits = archiveLimits) {
  const place = await openPlace(folder.write(name, bytes))
  const archive = await openArchive(place, quietJob, () => {}, limits)
  if (archive === null) throw new Error('no archive')
  return archive
}

async function contents(name: string, bytes: Uint8Array, limits: ArchiveLimits = archiveLimits) {
  const { members, problems } = await open(name, bytes, limits)
  const texts: Record<string, string> = {}
  for (const { path, place } of members) {
    const parts: Buffer[] = []
    for await (const chunk of place.source.chunks(quietJob.signal)) parts.push(chunk)
    texts[path] = Buffer.concat(parts).toString()
    expect(place.source.bytes).toBe(Buffer.concat(parts).length)
  }
  return { texts, problems }
}

const faultFor = async (name: string, bytes: Uint8Array, limits: ArchiveLimits = archiveLimits) =>
  (await faultOf(contents(name, bytes, limits))).code

const table = (rows: number) =>
  `a;b\n${Array.from({ length: rows }, (_, i) => `${i};${i * 7919}\n`).join('')}`

describe('gz', () => {
  it('is its content, under its name without the ending', async () => {
    const { texts } = await contents('obce.csv.gz', gzipSync('a;b\n1;2\n'))
    expect(texts).toEqual({ 'obce.csv': 'a;b\n1;2\n' })
  })
  it('has all its members one after the other', async () => {
    const { texts } = await contents('two.csv.gz', Buffer.concat([gzipSync('a\n1\n'), gzipSync('2\n')]))
    expect(texts['two.csv']).toBe('a\n1\n2\n')
  })
  it.each([1000, 100_000_000])('reads the same by ranges, with %i bytes of memory', async (kept) => {
    const text = table(20_000)
    const { members } = await open('ranges.csv.gz', gzipSync(text), { ...archiveLimits, kept })
    const source = members[0]?.place.source
    for (const [from, length] of [
      [0, 10],
      [150_000, 33],
      [200_000, 5],
      [150_010, 20],
      [3, 9],
      [text.length - 4, 50],
    ] as const)
      expect((await source?.slice(from, length))?.toString()).toBe(text.slice(from, from + length))
    const rest: Buffer[] = []
    for await (const chunk of source?.chunks(quietJob.signal, 199_999) ?? []) rest.push(chunk)
    expect(Buffer.concat(rest).toString()).toBe(text.slice(199_999))
  })
  it('refuses what is cut off or changed', async () => {
    const whole = gzipSync(table(5000))
    expect(await faultFor('cut.csv.gz', whole.subarray(0, -20))).toBe('import.archive-damaged')
    const changed = Buffer.from(whole)
    changed.writeUInt32LE(1, changed.length - 8)
    expect(await faultFor('sum.csv.gz', changed)).toBe('import.archive-damaged')
  })
  it('says when something stands behind the packed data', async () => {
    const { problems } = await contents(
      'tail.csv.gz',
      Buffer.concat([gzipSync('a\n1\n'), Buffer.from('\0\0rest')]),
    )
    expect(problems).toEqual([{ code: 'archive.trailing-bytes', count: 6, example_line: null }])
  })
  it('refuses what unpacks to an absurd size', async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000))
    expect(await faultFor('bomb.csv.gz', bomb, small)).toBe('import.archive-bomb')
    const total = { ...archiveLimits, bytes: 2_000_000 }
    expect(await faultFor('large.csv.gz', gzipSync(table(300_000)), total)).toBe('import.archive-bomb')
  })
  it('stops when it is told to', async () => {
    const place = await openPlace(folder.write('stop.csv.gz', gzipSync(table(1000))))
    await expect(openArchive(place, { ...quietJob, signal: AbortSignal.abort() })).rejects.toThrow(/abort/)
  })
})

describe('zip', () => {
  const shapes: readonly (readonly [string, Partial<MadeMember>])[] = [
    ['deflated', {}],
    ['stored', { stored: true }],
    ['with sizes behind the data', { descriptor: true }],
    ['with sizes of 64 bits', { zip64: true }],
  ]
  it.each(shapes)('gives its members, %s', async (_, how) => {
    const zip = makeZip([
      { name: 'data/obyvatelé.csv', content: table(3000), ...how },
      { name: 'data/empty.csv', content: '' },
      { name: '__MACOSX/data/._obyvatelé.csv', content: 'x' },
      { name: 'README.txt', content: 'Hello' },
    ])
    const { texts, problems } = await contents('a.zip', zip)
    expect(texts).toEqual({ 'data/obyvatelé.csv': table(3000) })
    expect(problems).toMatchObject([{ code: 'members.skipped', count: 3 }])
    expect(problems[0]?.subject).toContain('README.txt')
  })
  it('reads members by ranges', async () => {
    const text = table(20_000)
    for (const stored of [true, false]) {
      const { members } = await open('r.zip', makeZip([{ name: 'x.csv', content: text, stored }]), small)
      const source = members[0]?.place.source
      for (const [from, length] of [
        [120_000, 40],
        [0, 5],
        [119_000, 60],
      ] as const)
        expect((await source?.slice(from, length))?.toString()).toBe(text.slice(from, from + length))
    }
  })
  it('knows the neighbours of a member', async () => {
    const { members } = await open(
      'n.zip',
      makeZip([
        { name: 'a/x.shp', content: '1' },
        { name: 'a/x.dbf', content: '22' },
        { name: 'b/y.csv', content: '3' },
      ]),
    )
    const place = members[0]?.place
    expect(await place?.neighbours()).toEqual(['x.dbf', 'x.shp'])
    expect((await place?.neighbour('x.dbf'))?.bytes).toBe(2)
    expect(await place?.neighbour('y.csv')).toBeNull()
  })
  it('reads names of DOS packers', async () => {
    const name = (text: string, codePage: string) => ({
      name: iconv.encode(text, codePage),
      content: '1',
      utf8: false,
    })
    const zip = makeZip([
      name('žďár nad sázavou.csv', 'cp852'),
      name('łódź.csv', 'cp852'),
      name('Zürich.csv', 'cp437'),
      name('garçon.csv', 'cp437'),
      { name: Buffer.from('česko.csv'), content: '1', utf8: false },
    ])
    const { texts } = await contents('names.zip', zip)
    expect(Object.keys(texts)).toEqual([
      'žďár nad sázavou.csv',
      'łódź.csv',
      'Zürich.csv',
      'garçon.csv',
      'česko.csv',
    ])
  })
  it('refuses passwords, unknown methods, wrong checksums, cut files', async () => {
    const one = (how: Partial<MadeMember>) => makeZip([{ name: 'x.csv', content: table(100), ...how }])
    expect(await faultFor('p.zip', one({ encrypted: true }))).toBe('import.archive-encrypted')
    expect(await faultFor('m.zip', one({ method: 14 }))).toBe('import.archive-method')
    expect(await faultFor('s.zip', one({ wrongChecksum: true }))).toBe('import.archive-damaged')
    expect(await faultFor('t.zip', one({ wrongChecksum: true, stored: true }))).toBe('import.archive-damaged')
    expect(await faultFor('c.zip', one({}).subarray(0, 300))).toBe('import.archive-damaged')
  })
  it('refuses bombs by what they say and by what they do', async () => {
    const zeros = Buffer.alloc(3_000_000)
    expect(await faultFor('b.zip', makeZip([{ name: 'x.csv', content: zeros }]), small)).toBe(
      'import.archive-bomb',
    )
    const zip = makeZip([
      { name: 'a.csv', content: table(500) },
      { name: 'b.csv', content: table(500) },
    ])
    // The second entry of the directory points at the first member: both would share its bytes.
    const second = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    zip.writeUInt32LE(0, second + 42)
    expect(await faultFor('o.zip', zip)).toBe('import.archive-damaged')
    const many = makeZip(Array.from({ length: 4 }, (_, i) => ({ name: `${i}.csv`, content: '1' })))
    expect(await faultFor('many.zip', many, { ...archiveLimits, members: 3 })).toBe('import.archive-too-many')
  })
  it('that is a document is none', async () => {
    const place = await openPlace(
      folder.write('b.xlsx', makeZip([{ name: '[Content_Types].xml', content: '<x/>' }])),
    )
    expect(await openArchive(place, quietJob)).toBeNull()
  })
  it('without data says so', async () => {
    expect(await faultFor('r.zip', makeZip([{ name: 'readme.md', content: 'x' }]))).toBe(
      'import.archive-no-data',
    )
    expect(await faultFor('e.zip', makeZip([]))).toBe('import.archive-no-data')
  })
})

describe('archives inside archives', () => {
  const inner = makeZip([{ name: 'x.csv', content: 'a\n1\n' }])
  it('are opened', async () => {
    const zip = makeZip([
      { name: 'd/in.zip', content: inner },
      { name: 'd/y.csv.gz', content: gzipSync('b\n2\n') },
    ])
    expect((await contents('outer.zip', zip)).texts).toEqual({
      'd/in.zip/x.csv': 'a\n1\n',
      'd/y.csv': 'b\n2\n',
    })
  })
  it('but not a third time', async () => {
    const middle = makeZip([{ name: 'in.zip', content: inner }])
    expect(await faultFor('deep.zip', makeZip([{ name: 'mid.zip', content: middle }]))).toBe(
      'import.archive-too-deep',
    )
  })
})

describe('tar', () => {
  const long = `${'velmi-dlouhý-název-'.repeat(8)}.csv`
  const members = [
    { name: 'a/x.csv', content: table(800) },
    { name: long, content: 'q\n1\n' },
  ]
  it.each([
    ['plain', (tar: Buffer) => tar],
    ['packed', (tar: Buffer) => gzipSync(tar)],
  ] as const)('%s gives its members', async (_, pack) => {
    for (const limits of [archiveLimits, small]) {
      const { texts } = await contents('t.tar', pack(makeTar(members)), limits)
      expect(texts).toEqual({ 'a/x.csv': table(800), [long]: 'q\n1\n' })
    }
  })
  it('that is cut off is refused', async () => {
    expect(await faultFor('cut.tar', makeTar(members).subarray(0, 3000))).toBe('import.archive-damaged')
  })
  it.runIf(process.platform === 'linux')('of GNU tar is read, with long names and links', async () => {
    const dir = join(folder.path, 'gnu')
    mkdirSync(join(dir, 'd'.repeat(90)), { recursive: true })
    const deep = join('d'.repeat(90), `${'e'.repeat(60)}.csv`)
    writeFileSync(join(dir, deep), 'z\n9\n')
    execFileSync('tar', ['--format=gnu', '-cf', join(folder.path, 'gnu.tar'), '-C', dir, '.'])
    const place = await openPlace(join(folder.path, 'gnu.tar'))
    const archive = await openArchive(place, quietJob)
    expect(archive?.members.map(({ path }) => path)).toEqual([deep])
  })
})
