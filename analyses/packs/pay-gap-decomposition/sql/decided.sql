-- What the sentences may say, decided once. Reads: gap, twofold. Exactly one row.
select
  gap.*,
  twofold.reference,
  twofold.explained, twofold.explained_low, twofold.explained_high,
  twofold.unexplained, twofold.unexplained_low, twofold.unexplained_high,
  twofold.explained_share,
  case
    when gap.certainty <> 'certain' then 'unclear'
    when explained_share < 0 then 'opposite'
    when explained_share > 1 then 'over'
    else 'part'
  end as reading,
  case
    when unexplained_low is null then 'none'
    when unexplained_low > 0 or unexplained_high < 0 then 'certain'
    else 'uncertain'
  end as unexplained_certainty,
  case
    when explained_low is null then 'none'
    when explained_low > 0 or explained_high < 0 then 'certain'
    else 'uncertain'
  end as explained_certainty
from gap, twofold
where twofold.chosen
