-- Who is compared with whom. Reads: pairs_found. Grain: breakdown, sex, treated unit, control unit.
select treated_unit, control_unit, weight, distance, breakdown, sex from pairs_found
