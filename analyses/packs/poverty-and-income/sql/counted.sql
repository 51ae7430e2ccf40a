-- Persons who count: with an income and a weight above zero. Reads: people. Grain: person.
select * from people where income is not null and weight > 0
