import { crookedRings } from './borders'
import { REGION, seatNames, villageNames } from './names'
import { cosineOfTurns, exponential, sineOfTurns } from './numeric'
import { type Random, randomStream } from './random'
import { at, distance, type Point, type Side, voronoiCells } from './voronoi'

export const MUNICIPALITIES = 180
export const DISTRICTS = 12

export interface Municipality {
  /** Six digits, text: the district's four and a serial number of two. */
  readonly code: string
  readonly name: string
  readonly district: District
  /** Inhabitants in the first year, before they are split by sex and age. */
  readonly size: number
  /** Kilometres to the regional city. */
  readonly distanceToCity: number
  /** Closed ring of [longitude, latitude] in 1e-5 degrees, anticlockwise. */
  readonly ring: readonly (readonly [number, number])[]
}

export interface District {
  /** Four digits, text: 0901-0906 and 9907-9912. */
  readonly code: string
  readonly name: string
  readonly index: number
}

export interface Region {
  readonly code: string
  readonly name: string
  readonly districts: readonly District[]
  /** In the order of their codes. */
  readonly municipalities: readonly Municipality[]
  readonly city: Municipality
}

export function makeRegion(seed: number): Region {
  const frame = convexFrame(randomStream(seed, 'frame'))
  const everywhere = scatterSites(frame, randomStream(seed, 'sites'))
  const cells = voronoiCells(everywhere, frame)
  const rings = crookedRings(cells, everywhere, seed)
  const sites = everywhere.slice(0, MUNICIPALITIES)
  const seats = chooseSeats(sites)
  const districtOf = growDistricts(sites, cells, seats)
  const districts = seatNames.map((name, index) => ({ code: districtCode(index), name, index }))
  const sizes = chooseSizes(sites, seats, randomStream(seed, 'sizes'))
  const names = villageNames(sites.length - seats.length, randomStream(seed, 'names'))
  const serials = districts.map(() => 0)
  // Seats come first, so each district town has serial number 01.
  const order = [...seats, ...[...sites.keys()].filter((site) => !seats.includes(site))]
  const municipalities = order.map((site, position): Municipality => {
    const district = at(districts, at(districtOf, site))
    const serial = at(serials, district.index) + 1
    serials[district.index] = serial
    return {
      code: `${district.code}${String(serial).padStart(2, '0')}`,
      name: seatNames[position] ?? at(names, position - seats.length),
      district,
      size: at(sizes, site),
      distanceToCity: distance(at(sites, site), at(sites, at(seats, 0))),
      ring: toRing(at(rings, site)),
    }
  })
  const byCode = municipalities.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return { ...REGION, districts, municipalities: byCode, city: at(municipalities, 0) }
}

/** Real four-digit district codes begin with 1 to 8; half of ours keep a leading zero on purpose. */
const districtCode = (index: number): string =>
  index < 6 ? `09${String(index + 1).padStart(2, '0')}` : `99${String(index + 1).padStart(2, '0')}`

/** The paper the map is cut from. Points on an ellipse: convex, whatever the angles. Kilometres from the middle. */
function convexFrame(random: Random): Point[] {
  const corners = 26
  return Array.from({ length: corners }, (_, index) => {
    const turns = (index + random.between(-0.35, 0.35)) / corners
    return { x: 50 * cosineOfTurns(turns), y: 42 * sineOfTurns(turns) }
  })
}

/** Sites outside the region shape its outer border and are then left out. */
const NEIGHBOURS_ABROAD = 170

/**
 * Sites at least `apart` km from each other and away from the frame, those of the region first.
 * The region takes the sites deepest inside a bay-and-cape shape, so its border runs along cells, as real ones do.
 */
function scatterSites(frame: readonly Point[], random: Random): Point[] {
  const sites: Point[] = []
  let apart = 3.5
  while (sites.length < MUNICIPALITIES + NEIGHBOURS_ABROAD) {
    const candidate = { x: random.between(-50, 50), y: random.between(-42, 42) }
    const free = sites.every((site) => distance(site, candidate) >= apart)
    if (free && insideBy(candidate, frame, 0.8)) sites.push(candidate)
    else apart *= 0.9999
  }
  return sites
    .map((site) => ({ site, depth: relativeRadius(site) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ site }) => site)
}

/** Distance from the middle over the shape's radius in that direction (a few harmonics of the angle). */
function relativeRadius({ x, y }: Point): number {
  const radius = Math.sqrt(x * x + y * y)
  const c = x / radius
  const s = y / radius
  const second = c * c - s * s
  const third = 3 * s - 4 * s * s * s
  const fifth = 16 * c * c * c * c * c - 20 * c * c * c + 5 * c
  return radius / (30 * (1 + 0.14 * second + 0.13 * third + 0.09 * fifth))
}

/** Whether a point lies inside a convex anticlockwise frame, at least `margin` km from every side. */
function insideBy(point: Point, outline: readonly Point[], margin: number): boolean {
  return outline.every((start, index) => {
    const end = at(outline, (index + 1) % outline.length)
    const cross = (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)
    return cross / distance(start, end) >= margin
  })
}

/** Twelve well-spread sites (k-means centres moved to the nearest site); the most central one is first. */
function chooseSeats(sites: readonly Point[]): number[] {
  let centres = Array.from({ length: DISTRICTS }, (_, index) => at(sites, index))
  for (let round = 0; round < 40; round += 1) {
    const members = centres.map((): Point[] => [])
    for (const site of sites) at(members, nearest(site, centres)).push(site)
    centres = members.map((group, index) => mean(group) ?? at(centres, index))
  }
  const seats = centres.map((centre) => nearest(centre, sites))
  if (new Set(seats).size !== DISTRICTS) throw new Error('two districts chose one seat')
  const middle = { x: 0, y: 0 }
  const city = at(
    seats,
    nearest(
      middle,
      seats.map((seat) => at(sites, seat)),
    ),
  )
  return [city, ...seats.filter((seat) => seat !== city)]
}

function nearest(point: Point, candidates: readonly Point[]): number {
  const distances = candidates.map((candidate) => distance(point, candidate))
  return distances.indexOf(Math.min(...distances))
}

function mean(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined
  const sum = points.reduce((total, p) => ({ x: total.x + p.x, y: total.y + p.y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

/** Districts grow from their seats along shared borders (Dijkstra), so each is one connected piece. */
function growDistricts(
  sites: readonly Point[],
  cells: readonly Side[][],
  seats: readonly number[],
): number[] {
  const reach = sites.map((_, site) => (seats.includes(site) ? 0 : Number.POSITIVE_INFINITY))
  const owner = sites.map((_, site) => seats.indexOf(site))
  const open = new Set(sites.keys())
  while (open.size > 0) {
    const site = [...open].reduce((best, other) => (at(reach, other) < at(reach, best) ? other : best))
    open.delete(site)
    for (const { across } of at(cells, site)) {
      if (across < 0 || across >= sites.length) continue
      const length = at(reach, site) + distance(at(sites, site), at(sites, across))
      if (length < at(reach, across)) {
        reach[across] = length
        owner[across] = at(owner, site)
      }
    }
  }
  return owner
}

const SEAT_SIZES = [90_000, 27_400, 21_300, 17_100, 14_600, 12_200, 10_400, 8_900, 7_300, 6_100, 5_200, 4_300]
const TOWN_SIZES = [4_700, 4_100, 3_700, 3_300, 3_000, 2_800, 2_600, 2_400, 2_300, 2_150, 2_050, 1_950, 1_850]
/** Hamlets whose cells fall below the smallest publishable count even without a split by age. */
const HAMLET_SIZES = [21, 27, 36, 52, 70]

function chooseSizes(sites: readonly Point[], seats: readonly number[], random: Random): number[] {
  const sizes = sites.map(() =>
    Math.round(Math.min(1_750, Math.max(88, 385 * exponential(0.75 * random.normal())))),
  )
  const villages = random.shuffle([...sites.keys()].filter((site) => !seats.includes(site)))
  const special = [...TOWN_SIZES, ...HAMLET_SIZES]
  seats.forEach((site, index) => {
    sizes[site] = at(SEAT_SIZES, index)
  })
  special.forEach((size, index) => {
    sizes[at(villages, index)] = size
  })
  return sizes
}

/**
 * The middle of the region lies in the open Atlantic, on the latitude of Moravia so that areas and distances look right.
 * No municipality was ever there, so the sample cannot be mistaken for, or joined to, a real place.
 */
const MIDDLE = { longitude: -20, latitude: 49.5 }
const KM_PER_DEGREE_LATITUDE = 111.2
const KM_PER_DEGREE_LONGITUDE = 72.2

function toRing(points: readonly Point[]): (readonly [number, number])[] {
  const rounded = points.map(({ x, y }): readonly [number, number] => [
    Math.round((MIDDLE.longitude + x / KM_PER_DEGREE_LONGITUDE) * 1e5),
    Math.round((MIDDLE.latitude + y / KM_PER_DEGREE_LATITUDE) * 1e5),
  ])
  const distinct = rounded.filter((point, index) => {
    const before = at(rounded, (index + rounded.length - 1) % rounded.length)
    return point[0] !== before[0] || point[1] !== before[1]
  })
  return [...distinct, at(distinct, 0)]
}
