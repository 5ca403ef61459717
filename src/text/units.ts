/** Room for the units of one message while it is folded; reused, because folding happens for every message. */
export interface Units {
  unit: Uint16Array
  kind: Uint8Array
  start: Int32Array
  end: Int32Array
  length: number
}

export function makeUnits(size: number): Units {
  return {
    unit: new Uint16Array(size),
    kind: new Uint8Array(size),
    start: new Int32Array(size),
    end: new Int32Array(size),
    length: 0,
  }
}

export function put(u: Units, unit: number, kind: number, start: number, end: number): void {
  if (u.length === u.unit.length) grow(u)
  const n = u.length++
  u.unit[n] = unit
  u.kind[n] = kind
  u.start[n] = start
  u.end[n] = end
}

function grow(u: Units): void {
  const wider = makeUnits(u.length * 2)
  wider.unit.set(u.unit)
  wider.kind.set(u.kind)
  wider.start.set(u.start)
  wider.end.set(u.end)
  u.unit = wider.unit
  u.kind = wider.kind
  u.start = wider.start
  u.end = wider.end
}
