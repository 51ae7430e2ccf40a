/**
 * Labels come from data files, so they may hold anything. For reading they become plain text:
 * a control character is shown as �, line breaks and tabs become a space, and the marks that would
 * turn the direction of the text around them are dropped. Exports of data keep the original.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Co}\p{Cs}\ufffe\uffff]/gu, '�')
}
