-- Women and men with pay and a weight. Reads: ready. Grain: worker.
select * from ready where sex in ('F', 'M') and pay is not null and weight > 0
