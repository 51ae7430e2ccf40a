/**
 * Brings the first thing that is wrong into sight and puts the focus on its control: in a long form the field may be
 * screens away from the button that was pressed.
 */
export function revealFault(form: HTMLElement | null): void {
  const first = form?.querySelector<HTMLElement>('.field-fault, .note[role="alert"]')
  if (!first) return
  const place = first.closest<HTMLElement>('.field') ?? first
  place.scrollIntoView({ block: 'center' })
  place.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true })
}
