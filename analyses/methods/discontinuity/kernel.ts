export type Kernel = 'triangular' | 'epanechnikov' | 'uniform'
export const kernels: readonly Kernel[] = ['triangular', 'epanechnikov', 'uniform']

/** Kernel weight of a distance u = x / h from the cut-off, without the factor 1 / h; 0 outside [-1, 1]. */
export function kernelWeight(u: number, kernel: Kernel): number {
  const distance = Math.abs(u)
  if (distance > 1) return 0
  if (kernel === 'triangular') return 1 - distance
  return kernel === 'uniform' ? 0.5 : 0.75 * (1 - u * u)
}

/** Constants of the rule-of-thumb pilot bandwidth (rdrobust). */
export const pilotConstant: Readonly<Record<Kernel, number>> = {
  triangular: 2.576,
  epanechnikov: 2.34,
  uniform: 1.843,
}
