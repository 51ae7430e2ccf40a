-- Propensity score and weight of every unit. Reads: scores_found. Grain: breakdown, sex, unit.
select unit, treated, score, weight, breakdown, sex from scores_found
