export const variances = ['nn', 'hc0', 'hc1', 'hc2', 'hc3'] as const
export type Variance = (typeof variances)[number]
