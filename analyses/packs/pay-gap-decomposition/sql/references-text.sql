-- What the second chart says in words. Reads: decided, twofold. Exactly one row.
select
  decided.group_a, decided.group_b, decided.n_a, decided.n_b, decided.difference,
  (select min(unexplained) from twofold) as smallest,
  (select max(unexplained) from twofold) as largest
from decided
