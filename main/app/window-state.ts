import { z } from 'zod'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})

export const zoomLimits = { min: -3, max: 6 } as const

export const windowStateSchema = z.object({
  bounds: rectangleSchema.nullable().default(null),
  maximised: z.boolean().default(false),
  /** Chromium's zoom level: each step of 1 is 20 %, so 3.8 is 200 %. */
  zoom: z.number().min(zoomLimits.min).max(zoomLimits.max).default(0),
})
export type WindowState = z.infer<typeof windowStateSchema>

export const smallestWindow = { width: 640, height: 480 } as const
const usualWindow = { width: 1360, height: 880 } as const

/** Enough of the title bar to take hold of the window by. */
const graspable = { width: 120, height: 40 } as const

const overlap = (from: number, length: number, otherFrom: number, otherLength: number) =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom)

const canBeGrasped = (bounds: Rectangle, area: Rectangle) =>
  overlap(bounds.x, bounds.width, area.x, area.width) >= graspable.width &&
  bounds.y >= area.y - 8 &&
  overlap(bounds.y, graspable.height, area.y, area.height) >= graspable.height

/**
 * The remembered place, if the window can still be reached there: a second screen may be gone, or be smaller now.
 * Otherwise the usual size; without x and y the system centres it. Areas are work areas, without task bars.
 */
export function windowBounds(
  saved: Rectangle | null,
  areas: readonly Rectangle[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  const area = saved === null ? undefined : areas.find((candidate) => canBeGrasped(saved, candidate))
  if (saved !== null && area !== undefined)
    return {
      x: saved.x,
      y: saved.y,
      width: Math.max(smallestWindow.width, Math.min(saved.width, area.width)),
      height: Math.max(smallestWindow.height, Math.min(saved.height, area.height)),
    }
  const first = areas[0]
  return {
    width: Math.min(usualWindow.width, first?.width ?? usualWindow.width),
    height: Math.min(usualWindow.height, first?.height ?? usualWindow.height),
  }
}

export const clampZoom = (level: number): number =>
  Math.max(zoomLimits.min, Math.min(zoomLimits.max, Math.round(level * 2) / 2))
