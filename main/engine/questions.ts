import { type Fault, FaultError } from '../../analyses/model/fault'

interface Waiting<T> {
  readonly resolve: (answer: T) => void
  readonly reject: (error: FaultError) => void
}

/** Questions to the desktop shell that wait for their answers, told apart by number. */
export class Questions<T> {
  private readonly waiting = new Map<number, Waiting<T>>()
  private last = 0

  ask(send: (id: number) => void): Promise<T> {
    this.last += 1
    const id = this.last
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      send(id)
    })
  }

  /** The shell's answer; one to a question that is not waiting is ignored. */
  settle(id: number, outcome: { readonly answer: T } | { readonly fault: Fault }): void {
    const question = this.waiting.get(id)
    this.waiting.delete(id)
    if ('answer' in outcome) question?.resolve(outcome.answer)
    else question?.reject(new FaultError(outcome.fault))
  }
}
