# Reference values for analyses/methods/panel: lm and glm with dummies, errors by sandwich. Rscript make.R > values.json
library(sandwich)
set.seed(20)
units <- 12; times <- 7
d <- expand.grid(t = 1:times, u = 1:units)
d <- d[-c(3, 17, 18, 40, 66), ]                       # unbalanced
d$x1 <- round(rnorm(nrow(d)) + d$u / 5, 3)
d$x2 <- round(rnorm(nrow(d)) + 0.3 * d$x1, 3)
d$y <- round(1 + 0.7 * d$x1 - 0.4 * d$x2 + d$u / 3 + sin(d$t) + rnorm(nrow(d), sd = 0.5 + 0.1 * d$t), 3)
d$count <- rpois(nrow(d), exp(0.5 + 0.4 * d$x1 - 0.2 * d$x2 + d$u / 12))
d$w <- round(runif(nrow(d), 0.5, 3), 2)
d$k <- d$u %% 4
f <- function(v) paste0("[", paste(formatC(v, digits = 17, format = "g"), collapse = ", "), "]")
se <- function(v) sqrt(diag(v))[c("x1", "x2")]
one <- function(name, options, fit, v) sprintf('{"name": "%s", "options": %s, "estimates": %s, "se": %s}',
  name, options, f(coef(fit)[c("x1", "x2")]), f(se(v)))
both <- lm(y ~ x1 + x2 + factor(u) + factor(t), d)
weighted <- lm(y ~ x1 + x2 + factor(u) + factor(t), d, weights = w)
unit <- lm(y ~ x1 + x2 + factor(u), d)
pool <- lm(y ~ x1 + x2, d)
three <- lm(y ~ x1 + x2 + factor(u) + factor(t) + factor(k):factor(t %% 2), d)
pois <- glm(count ~ x1 + x2 + factor(u), poisson, d, control = list(epsilon = 1e-14, maxit = 100))
poisw <- glm(count ~ x1 + x2 + factor(u) + factor(t), quasipoisson, d, weights = w, control = list(epsilon = 1e-14, maxit = 100))
full <- '"count_effects": "full"'
o <- function(fe, errors, more = "") sprintf('{"fixed_effects": "%s", "errors": "%s"%s}', fe, errors, if (more == "") "" else paste0(", ", more))
cl <- function(fit, by, ...) vcovCL(fit, cluster = by, type = "HC1", ...)
rows <- c(
  one("pooled iid", o("none", "iid"), pool, vcov(pool)),
  one("pooled HC1", o("none", "hc1"), pool, vcovHC(pool, "HC1")),
  one("unit effects, iid", o("unit", "iid"), unit, vcov(unit)),
  one("unit effects, HC1", o("unit", "hc1"), unit, vcovHC(unit, "HC1")),
  one("unit effects, cluster unit", o("unit", "cluster", full), unit, cl(unit, d$u)),
  one("two-way effects, iid", o("unit+period", "iid"), both, vcov(both)),
  one("two-way effects, weights, iid", o("unit+period", "iid", '"weighted": true'), weighted, vcov(weighted)),
  one("two-way effects, weights, HC1", o("unit+period", "hc1", '"weighted": true'), weighted, vcovHC(weighted, "HC1")),
  one("two-way effects, weights, cluster", o("unit+period", "cluster", paste0(full, ', "weighted": true')), weighted, cl(weighted, d$u)),
  one("two-way effects, two clusterings", o("unit+period", "twoway", paste0(full, ', "twoway_factor": "conventional"')), both, cl(both, d[c("u", "t")], multi0 = FALSE)),
  one("Driscoll-Kraay, lag 2, no factor", o("unit+period", "driscoll-kraay", '"small_sample": false, "cluster_factor": false, "lag": 2'), both,
    vcovPL(both, cluster = d$u, order.by = d$t, lag = 2, kernel = "Bartlett", adjust = FALSE, aggregate = TRUE)),
  one("Newey-West within units, lag 1, no factor", o("unit+period", "newey-west", '"small_sample": false, "cluster_factor": false, "lag": 1'), both,
    vcovPL(both, cluster = d$u, order.by = d$t, lag = 1, kernel = "Bartlett", adjust = FALSE, aggregate = FALSE)),
  one("Poisson, unit effects, iid", o("unit", "iid", '"family": "poisson"'), pois, vcov(pois)),
  one("Poisson, unit effects, cluster", o("unit", "cluster", paste0(full, ', "family": "poisson"')), pois, cl(pois, d$u)),
  one("Poisson, two-way effects, weights, cluster", o("unit+period", "cluster", paste0(full, ', "family": "poisson", "weighted": true')), poisw, cl(poisw, d$u)))
col <- function(name) sprintf('"%s": %s', name, f(d[[name]]))
cat("{\n  \"data\": {", paste(sapply(c("u", "t", "x1", "x2", "y", "count", "w"), col), collapse = ",\n    "), "},\n  \"fits\": [\n    ",
  paste(rows, collapse = ",\n    "), "\n  ]\n}\n", sep = "")
