-- Activities whose plants are gathered beyond chance. Reads: agglomeration. 0.05 is the mark of Ellison and Glaeser.
select activity, plants, ellison_glaeser as gamma, z, case when z > 1.96 then 'certain' else 'uncertain' end as certainty
from agglomeration
where status = 'ok' and ellison_glaeser > 0.05
order by ellison_glaeser desc, activity
