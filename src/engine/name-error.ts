/** A pack, schedule or rule asked for by a name that there is not; says, as data, which there are. */
export class NameError extends RangeError {
  constructor(
    readonly kind: 'pack' | 'schedule' | 'rule',
    readonly got: string,
    readonly known: readonly string[],
  ) {
    super(`no ${kind} "${got}"; known are ${known.join(', ')}`)
    this.name = 'NameError'
  }
}
