import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { refuse } from '../../analyses/model/fault'

/** Far above what an honest pack needs; below what would make reading it a nuisance. */
const limits = { files: 500, fileBytes: 2 * 1024 * 1024, allBytes: 16 * 1024 * 1024, depth: 5 }

/** Kinds of file a pack is made of; anything else in the folder (pictures, notes of an editor) is not read. */
const readable = /\.(ya?ml|sql|json|md|csv)$/

/**
 * The texts of a pack by their path inside it, with `/`. Faults: `pack.link-outside`, `pack.too-large`,
 * `pack.not-text`; a file that cannot be opened rejects with Node's own error.
 */
export async function readPackFiles(
  folder: string,
  { cases }: { readonly cases: boolean },
): Promise<ReadonlyMap<string, string>> {
  const root = await realpath(folder)
  const files = new Map<string, string>()
  let bytes = 0
  for (const path of await listFiles(root, '', 0, cases ? [] : ['cases'])) {
    if (files.size >= limits.files) refuse('pack.too-large', { what: 'files', limit: limits.files }, folder)
    const content = await readInside(root, path)
    bytes += content.byteLength
    if (bytes > limits.allBytes) refuse('pack.too-large', { what: 'bytes', limit: limits.allBytes }, folder)
    files.set(path, decode(content, path))
  }
  return files
}

async function listFiles(
  root: string,
  folder: string,
  depth: number,
  except: readonly string[] = [],
): Promise<string[]> {
  if (depth > limits.depth) refuse('pack.too-large', { what: folder, limit: limits.depth }, folder)
  const found: string[] = []
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || except.includes(entry.name)) continue
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    const target = entry.isSymbolicLink() ? await linkTarget(root, path) : entry
    if (target.isDirectory()) found.push(...(await listFiles(root, path, depth + 1)))
    else if (target.isFile() && readable.test(entry.name)) found.push(path)
    if (found.length > limits.files) refuse('pack.too-large', { what: 'files', limit: limits.files }, folder)
  }
  return found.sort()
}

async function linkTarget(root: string, path: string) {
  const target = await realpath(join(root, path))
  if (!isInside(root, target)) refuse('pack.link-outside', { file: path }, path)
  return stat(target)
}

async function readInside(root: string, path: string): Promise<Uint8Array> {
  const full = join(root, path)
  const { size } = await stat(full)
  if (size > limits.fileBytes) refuse('pack.too-large', { what: path, limit: limits.fileBytes }, path)
  return readFile(full)
}

function decode(content: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return refuse('pack.not-text', { file: path }, path)
  }
}

/** Both paths real, so that no link can pretend. */
export const isInside = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
