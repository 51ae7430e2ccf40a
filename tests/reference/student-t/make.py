"""Quantiles of Student's t: the density integrated numerically, inverted by root search from scipy's value."""
import json
from mpmath import mp, mpf, quad, sqrt, pi, findroot, loggamma, exp
from scipy import stats

mp.dps = 30


def density(x, v):
    return exp(loggamma((v + 1) / 2) - loggamma(v / 2)) / sqrt(v * pi) * (1 + x * x / v) ** (-(v + 1) / 2)


def centre(t, v):
    cuts = [c for c in (0, mpf(1) / 2, 1, 2, 4, 8, 20, 50, 150, 500) if c < t]
    return quad(lambda x: density(x, v), [*cuts, t])


rows = []
for v in [1, 1.5, 2, 3, 4.7, 10, 25.61, 100, 1234.5, 50000]:
    for p in [0.6, 0.9, 0.975, 0.9995]:
        goal = mpf(p) - mpf(1) / 2
        t = findroot(lambda x: centre(x, mpf(v)) - goal, mpf(stats.t.ppf(p, v)), solver="newton", df=lambda x: density(x, mpf(v)), tol=1e-40, maxsteps=12)
        rows.append({"p": p, "df": v, "t": float(t)})
json.dump(rows, open("values.json", "w"), indent=1)
