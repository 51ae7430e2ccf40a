/** Two countries of two regions; the official scores say that A is the better one. */
export const exampleRelative = {
  data: {
    rows: [
      { territory: 'A1', period: '2023', group: 'A', score: 0.4, population: 100 },
      { territory: 'A2', period: '2023', group: 'A', score: 0.6, population: 100 },
      { territory: 'B1', period: '2023', group: 'B', score: 0.5, population: 100 },
      { territory: 'B2', period: '2023', group: 'B', score: 0.5, population: 100 },
    ],
    official: [
      { group: 'EU', period: '', value: 0.5 },
      { group: 'A', period: '', value: 0.6 },
      { group: 'B', period: '', value: 0.4 },
    ],
  },
  options: { whole: 'EU', base_period: '', leader: 125, strong: 100, moderate: 70 },
}
