/**
 * Turns a finished HTML report into a tagged PDF with outline. Only the desktop shell has a printer;
 * in the engine it is a message to the shell, on the command line it starts the shell for one print.
 */
export interface PdfPrinter {
  /** Whole PDF bytes; rejects with fault `export.no-printer` where printing cannot be had. */
  print(html: string, signal: { throwIfAborted(): void }): Promise<Uint8Array>
}
