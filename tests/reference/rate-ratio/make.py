"""
Score interval of a ratio of proportions. For each ratio the likelihood under `p1 = ratio * p2` is maximised by
root search of its derivative, then the score statistic is compared with the critical value.
"""
import json
from mpmath import mp, mpf, sqrt, erfinv, log, exp

mp.dps = 40


def restricted(x1, n1, x2, n2, ratio):
    """p2 where the derivative of the log likelihood is zero; the derivative falls in p2."""
    low, high = mpf(0), min(mpf(1), 1 / ratio)
    for _ in range(140):
        p = (low + high) / 2
        slope = (x1 + x2) / p
        slope -= (n1 - x1) * ratio / (1 - ratio * p) if n1 > x1 else 0
        slope -= (n2 - x2) / (1 - p) if n2 > x2 else 0
        if slope > 0:
            low = p
        else:
            high = p
    return (low + high) / 2


def score(x1, n1, x2, n2, ratio):
    p2 = restricted(x1, n1, x2, n2, ratio)
    p1 = ratio * p2
    spread = sqrt(p1 * (1 - p1) / n1 + ratio**2 * p2 * (1 - p2) / n2)
    return (mpf(x1) / n1 - ratio * mpf(x2) / n2) / spread


def crossing(f, low, high):
    for _ in range(110):
        middle = (low + high) / 2
        if f(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


rows = []
for x1, n1, x2, n2, confidence in [
    (36, 40, 16, 80, 0.95), (56, 70, 48, 80, 0.95), (48, 80, 56, 70, 0.95), (0, 15, 4, 20, 0.95),
    (10, 10, 3, 10, 0.95), (10, 10, 10, 10, 0.9), (1234, 50000, 1456, 48000, 0.99),
]:
    z = sqrt(2) * erfinv(mpf(confidence))
    value = (mpf(x1) / n1) / (mpf(x2) / n2)
    start = log(value) if x1 else log(mpf(1) / (2 * n1))
    f = lambda s: score(x1, n1, x2, n2, exp(s))
    low = mpf(0) if x1 == 0 else exp(crossing(lambda s: f(s) - z, start - 20, start))
    high = exp(crossing(lambda s: f(s) + z, start - (20 if x1 == 0 else 0), start + 20))
    rows.append({"first": [x1, n1], "second": [x2, n2], "confidence": confidence, "value": float(value), "low": float(low), "high": float(high)})
    print(rows[-1])
json.dump(rows, open("values.json", "w"), indent=1)
