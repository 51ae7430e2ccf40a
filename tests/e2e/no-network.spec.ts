import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { expect, test } from '@playwright/test'
import { launchWorkbench } from './launch'

/** Counts whatever arrives, from any process, by TCP or UDP. */
async function listener() {
  const counts = { tcp: 0, udp: 0 }
  const tcp = createServer((socket) => {
    counts.tcp += 1
    socket.destroy()
  })
  const udp = createSocket('udp4', () => {
    counts.udp += 1
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  const address = tcp.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve))
  const close = () => {
    tcp.close()
    udp.close()
  }
  return { counts, port, close }
}

test('the listener of these tests notices a connection', async () => {
  const ears = await listener()
  await fetch(`http://127.0.0.1:${ears.port}/`).catch(() => undefined)
  const mouth = createSocket('udp4')
  mouth.send('x', ears.port, '127.0.0.1')
  await expect.poll(() => ears.counts).toEqual({ tcp: 1, udp: 1 })
  mouth.close()
  ears.close()
})

test('an ordinary session tries no connection', async () => {
  const { page, close } = await launchWorkbench({ args: ['--sample'] })
  await page.waitForSelector('#root > *')
  for (const item of ['1', '2', '3', '4', '1']) {
    await page.keyboard.press(`ControlOrMeta+${item}`)
    await page.waitForTimeout(300)
  }
  // Chromium's own errands (updates, time, proxies) begin some seconds after the start.
  await page.waitForTimeout(6000)
  await close()
})

test('nothing gets out of the page, by any of the ways a page has', async () => {
  const ears = await listener()
  const { app, page } = await launchWorkbench()
  await page.waitForSelector('#root > *')
  await page.evaluate(async (port) => {
    const web = `http://127.0.0.1:${port}/`
    const add = (tag: string, attributes: Record<string, string>) => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      document.body.append(element)
      return element
    }
    const quietly = async (work: () => unknown) => {
      try {
        await work()
      } catch {
        // Refused: what this test hopes for. What counts is what the listener hears.
      }
    }
    await quietly(() => fetch(web, { mode: 'no-cors' }))
    await quietly(() => new WebSocket(`ws://127.0.0.1:${port}/`))
    await quietly(() => new EventSource(web))
    await quietly(() => navigator.sendBeacon(web, 'x'))
    await quietly(() => new Worker(web))
    await quietly(() => import(/* @vite-ignore */ web))
    for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'stylesheet', 'manifest', 'icon'])
      add('link', { rel, href: web, as: 'image' })
    for (const tag of ['img', 'script', 'iframe', 'video', 'audio', 'embed']) add(tag, { src: web })
    add('object', { data: web })
    add('a', { href: web, ping: web }).click()
    const form = add('form', { action: web, method: 'post' })
    if (form instanceof HTMLFormElement) await quietly(() => form.submit())
    await quietly(async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
    })
  }, ears.port)
  await page.waitForTimeout(2500)
  expect(ears.counts).toEqual({ tcp: 0, udp: 0 })
  expect(page.url()).toContain('app://workbench/')
  await app.close()
  ears.close()
})

test("nothing gets out of the shell's own process, and the attempt is noticed", async () => {
  const ears = await listener()
  const { app, page, connections } = await launchWorkbench()
  await page.waitForSelector('#root > *')
  const outcome = await app.evaluate(async ({ net, session }, port) => {
    const web = `http://127.0.0.1:${port}/`
    const end = (work: Promise<unknown>) =>
      work.then(
        () => 'answered',
        () => 'refused',
      )
    return {
      node: await end(fetch(web)),
      chromium: await end(net.fetch(web)),
      otherSession: await end(session.fromPartition('stray').fetch(web)),
      name: await end(net.fetch('https://example.org/')),
    }
  }, ears.port)
  expect(outcome).toEqual({ node: 'refused', chromium: 'refused', otherSession: 'refused', name: 'refused' })
  expect(ears.counts).toEqual({ tcp: 0, udp: 0 })
  await app.close()
  expect(connections()).not.toBe('')
  ears.close()
})
