"""Welch's interval from summary numbers, by scipy's own Welch test (1.17)."""
import json
from scipy import stats

rows = []
for first, second, confidence in [
    ((20.6, 2.5, 12), (22.1, 4.1, 15), 0.95), ((3120.5, 870.2, 241), (3590.1, 1320.7, 260), 0.95),
    ((5.0, 1.0, 2), (4.0, 2.5, 3), 0.9), ((1.0, 0.0, 5), (2.0, 0.5, 8), 0.99),
]:
    names = ["mean1", "std1", "nobs1", "mean2", "std2", "nobs2"]
    test = stats.ttest_ind_from_stats(**dict(zip(names, [*first, *second])), equal_var=False)
    (m1, s1, n1), (m2, s2, n2) = first, second
    a, b = s1**2 / n1, s2**2 / n2
    df = (a + b) ** 2 / (a**2 / (n1 - 1) + b**2 / (n2 - 1))
    # The half width follows from the test: |difference| / statistic is the standard error.
    half = stats.t.ppf(1 - (1 - confidence) / 2, df) * abs((m1 - m2) / test.statistic)
    assert abs(test.pvalue - 2 * stats.t.sf(abs(test.statistic), df)) < 1e-12
    rows.append({"first": list(first), "second": list(second), "confidence": confidence, "value": m1 - m2, "low": m1 - m2 - half, "high": m1 - m2 + half})
json.dump(rows, open("values.json", "w"), indent=1)
