interface NamedCode {
  readonly code: string
  readonly name: string
}

/** A territory as a person knows it, with its code; the code alone where nobody knows a name. */
export const territoryLabel = ({ code, name }: NamedCode): string =>
  name === '' || name === code ? code : `${name} (${code})`
