-- Two directions explain almost the same. Reads: network. One row when it is so.
select second_eigenvalue, third_eigenvalue
from network
where third_eigenvalue > 0.95 * second_eigenvalue
