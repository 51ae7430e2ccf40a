-- Where the specialisations of women and men differ for certain. Reads: women_and_men, scope.
select
  w.territory, w.activity, scope.period_text as period, w.share_women, w.lq_women, w.lq_men,
  w.certainty as higher,
  $confidence as confidence
from women_and_men as w
join scope on w.period is not distinct from scope.period
where w.certainty in ('women', 'men') and w.status = 'ok'
order by greatest(w.ratio, 1 / w.ratio) desc, w.territory, w.activity
