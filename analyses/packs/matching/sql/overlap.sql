-- Units by propensity score. Reads: overlap_found. Grain: breakdown, sex, score_from.
select score_from, score_to, treated, control, control_weighted, breakdown, sex from overlap_found
