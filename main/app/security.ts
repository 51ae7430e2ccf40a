import { app, type Event, type Session, type WebContents } from 'electron'
import { type AllowedPages, isOurPage, networkSwitches } from './security-policy'

/** Must run before the app is ready. */
export function closeChromiumNetwork(pages: AllowedPages): void {
  for (const [name, value] of networkSwitches(pages)) app.commandLine.appendSwitch(name, value)
}

/** No permission, no device, no download, no dictionary, no request that leaves the machine. */
export function hardenSession(session: Session, isAllowed: (url: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowed(url) }))
}

/** Holds for every page that ever comes into being in this app, also one we forgot about. */
export function hardenContents(pages: AllowedPages): void {
  const refuse = (event: Event) => event.preventDefault()
  // The development server reloads its own page when a file changes; a built window never navigates.
  const refuseForeign = (event: Event<{ url: string }>) => {
    if (pages.development === null || !isOurPage(event.url, pages)) event.preventDefault()
  }
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', refuse)
    contents.on('will-frame-navigate', refuseForeign)
    contents.on('will-navigate', refuseForeign)
    contents.on('will-redirect', refuseForeign)
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
  app.on('select-client-certificate', refuse)
  app.on('login', refuse)
}
