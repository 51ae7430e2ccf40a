const row = (territory: string, indicator: string, domain: string, women: number, men: number) => ({
  territory,
  period: '2023',
  indicator,
  domain,
  subdomain: indicator,
  women,
  men,
  level: (women + men) / 2,
  maximum: 100,
  corrected: true,
})

/** Two territories with one indicator in each of two domains. */
export const exampleEquality = {
  indicators: [
    row('A', 'employment', 'work', 60, 80),
    row('B', 'employment', 'work', 50, 50),
    row('A', 'councillors', 'power', 25, 75),
    row('B', 'councillors', 'power', 40, 60),
  ],
  weights: { work: 0.5, power: 0.5 },
}

/** A country of the middle. */
export const exampleCountry = {
  life: 74.5,
  expectedSchooling: 15,
  meanSchooling: 12.2,
  income: 32_789,
  lifeWomen: 78,
  lifeMen: 71,
  expectedSchoolingWomen: 15.3,
  expectedSchoolingMen: 14.7,
  meanSchoolingWomen: 11.9,
  meanSchoolingMen: 12.6,
  incomeWomen: 24_000,
  incomeMen: 42_000,
  inequalityLife: 4,
  inequalityEducation: 3,
  inequalityIncome: 12,
  maternalMortality: 12,
  adolescentBirths: 22,
  secondaryWomen: 97,
  secondaryMen: 98,
  seatsWomen: 13,
  seatsMen: 87,
  activityWomen: 54,
  activityMen: 68,
}
