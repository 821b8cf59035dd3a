/** Sizes of the picture in pixels at scale 1, on the 4 px grid. */
export const METRICS = {
  stepWidth: 264,
  /** A step without, and with, a row for its connection. */
  stepHeight: 60,
  stepHeightWithChip: 92,
  /** Between two steps: room for the line and its `+`. */
  gap: 48,
  /** An empty arm: room for a `+` that is to be found. */
  emptyGap: 64,
  /** Below a step, where its arms fan out, and above the point where they meet. */
  fan: 32,
  join: 24,
  armGap: 40,
  armLabelWidth: 160,
  armLabelHeight: 28,
  /** Around the body of a loop; the left side also holds the way back. */
  frameLeft: 48,
  frameRight: 28,
  frameBottom: 16,
  loopEndWidth: 124,
  loopEndHeight: 28,
  endWidth: 64,
  endHeight: 28,
  emptyEndWidth: 264,
  emptyEndHeight: 92,
  merge: 2,
} as const
