"""Quantiles of the standard normal by inverting mpmath's error function at 50 digits."""
import json
from mpmath import mp, mpf, erfinv, sqrt, findroot, erfc

mp.dps = 50
probabilities = [1e-300, 1e-20, 1e-10, 1e-5, 0.001, 0.024, 0.025, 0.075, 0.0750001, 0.2, 0.4, 0.5001, 0.8, 0.925, 0.95, 0.975, 0.995, 0.9995, 0.999999]


def quantile(p):
    p = mpf(p)
    if p > mpf("1e-15"):
        return sqrt(2) * erfinv(2 * p - 1)
    start = -sqrt(-2 * mp.log(p))
    return findroot(lambda x: mp.log(erfc(-x / sqrt(2)) / 2) - mp.log(p), start)


json.dump([{"p": p, "z": float(quantile(p))} for p in probabilities], open("values.json", "w"), indent=1)
