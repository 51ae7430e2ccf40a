/*
 * A Linux network namespace without any network. The kernel counts every packet that had no way out, whoever
 * sent it (Node, Chromium, a library): that count is the proof that nothing tries to reach the network.
 */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { SetupError } from './say.mjs'

/** Whether only the loopback interface is left. */
export const networkIsGone = () =>
  Object.values(networkInterfaces()).every((addresses) =>
    (addresses ?? []).every((address) => address.internal),
  )

/**
 * @param {string} text a file of pairs of lines `Name: column…` / `Name: value…`
 * @param {string} protocol
 * @param {string} column
 */
const pairedCounter = (text, protocol, column) => {
  const [names, values] = text.split('\n').filter((line) => line.startsWith(`${protocol}: `))
  const index = names?.split(' ').indexOf(column) ?? -1
  return Number(values?.split(' ')[index] ?? 0)
}

/**
 * Attempts to leave this namespace so far: packets without a route (v4, v6) and datagrams to a loopback port
 * nobody listens on, which is where a local name server would be asked.
 * @returns {number}
 */
export const attemptsToLeave = () => {
  const v4 = readFileSync('/proc/self/net/snmp', 'utf8')
  let sum = pairedCounter(v4, 'Ip', 'OutNoRoutes') + pairedCounter(v4, 'Udp', 'NoPorts')
  try {
    const v6 = readFileSync('/proc/self/net/snmp6', 'utf8')
    for (const name of ['Ip6OutNoRoutes', 'Udp6NoPorts']) {
      sum += Number(new RegExp(`^${name}\\s+(\\d+)`, 'm').exec(v6)?.[1] ?? 0)
    }
  } catch {
    // A kernel without IPv6.
  }
  return sum
}

/**
 * Runs a Node script in a namespace without network (as root, or by a user namespace).
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<number>} its exit code
 */
export const runWithoutNetwork = (args, cwd) => {
  const flags = process.getuid?.() === 0 ? ['-n'] : ['-rn']
  // Loopback starts switched off in a new namespace; Chromium and Playwright talk over it.
  const works = spawnSync('unshare', [...flags, 'ip', 'link', 'set', 'lo', 'up'], { encoding: 'utf8' })
  if (works.status !== 0) {
    const reason = works.error?.message ?? works.stderr.trim()
    throw new SetupError({
      cs: `Běh bez sítě potřebuje Linux s příkazy unshare a ip a právo vytvořit jmenný prostor sítě (${reason}).`,
      en: `A run without network needs Linux with the commands unshare and ip and the right to make a network namespace (${reason}).`,
      pl: `Uruchomienie bez sieci wymaga Linuksa z poleceniami unshare i ip oraz prawa do utworzenia sieciowej przestrzeni nazw (${reason}).`,
    })
  }
  const inside = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh', process.execPath, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn('unshare', [...flags, ...inside], { cwd, stdio: 'inherit' })
    child.on('error', reject).on('close', (code) => resolve(code ?? 1))
  })
}
