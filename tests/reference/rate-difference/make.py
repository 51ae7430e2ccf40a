"""
Newcombe's method 10. The Wilson limits are found as the two rates whose score test is exactly at the critical
value, not by the closed form. `published` are the limits printed in Newcombe (1998), table II, method 10.
"""
import json
from mpmath import mp, mpf, sqrt, erfinv, findroot

mp.dps = 40
published = {
    (56, 70, 48, 80): (0.0524, 0.3339),
    (9, 10, 3, 10): (0.1705, 0.8090),
    (6, 7, 2, 7): (0.0582, 0.8062),
    (5, 56, 0, 29): (-0.0381, 0.1926),
    (0, 10, 0, 20): (-0.1611, 0.2775),
    (0, 10, 0, 10): (-0.2775, 0.2775),
    (10, 10, 0, 20): (0.6791, 1.0),
    (10, 10, 0, 10): (0.6075, 1.0),
}


def bisect(f, low, high):
    sign = f(low) > 0
    for _ in range(140):
        middle = (low + high) / 2
        if (f(middle) > 0) == sign:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def wilson(x, n, z):
    p = mpf(x) / n
    f = lambda t: (p - t) ** 2 - z * z * t * (1 - t) / n
    low = mpf(0) if x == 0 else bisect(f, mpf(0), p)
    high = mpf(1) if x == n else bisect(f, p, mpf(1))
    return p, low, high


rows = []
cases = [(k, 0.95) for k in published] + [((12, 40, 30, 55), 0.9), ((1234, 50000, 1456, 48000), 0.99)]
for (a, m, b, n), confidence in cases:
    z = sqrt(2) * erfinv(mpf(confidence))
    p, l1, u1 = wilson(a, m, z)
    q, l2, u2 = wilson(b, n, z)
    d = p - q
    low, high = d - sqrt((p - l1) ** 2 + (u2 - q) ** 2), d + sqrt((u1 - p) ** 2 + (q - l2) ** 2)
    row = {"first": [a, m], "second": [b, n], "confidence": confidence, "value": float(d), "low": float(low), "high": float(high)}
    if (a, m, b, n) in published:
        row["published"] = list(published[(a, m, b, n)])
        print((a, m, b, n), row["published"], float(low), float(high))
    rows.append(row)
json.dump(rows, open("values.json", "w"), indent=1)
