-- Rates that vary much more than chance explains make the funnel too narrow. Reads: funnel. One row when it is so.
select max(dispersion) as dispersion
from funnel
having max(dispersion) > 2
