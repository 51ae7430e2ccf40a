-- What the outcome is called in the source, so that a predictor may name it so. Reads: panel. One row.
select regexp_extract($panel_columns, '(?:^|\n)outcome=([^\n]*)', 1) as outcome_name
from (select count(*) from panel)
