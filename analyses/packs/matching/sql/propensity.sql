-- The model of the treatment. Reads: models. Grain: breakdown, sex, term.
select term, estimate, se, z, p, breakdown, sex from models
