import { defineFaults } from './define'

export const monitoringFaults = defineFaults({
  'monitoring.thresholds': {
    cs: 'Prahy semaforu musí být dvě čísla, první větší než druhé a obě mezi 0 a 2, například 0.9, 0.6. Zadáno: {given}.',
    en: 'The thresholds of the traffic light must be two numbers between 0 and 2, the first larger than the second, such as 0.9, 0.6. Given: {given}.',
    pl: 'Progi sygnalizacji muszą być dwiema liczbami od 0 do 2, pierwsza większa od drugiej, na przykład 0.9, 0.6. Podano: {given}.',
  },
})
