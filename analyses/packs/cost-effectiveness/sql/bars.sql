-- The tornado of the best option. Reads: tornado, result, summary. Grain: variable.
select tornado.variable, tornado.low, tornado.high, result.npv
from tornado
inner join summary on tornado.option = summary.option
inner join result on result.option = summary.option
order by abs(tornado.high - tornado.low) desc, tornado.variable
