# Reference values for difference-in-differences, by base R and sandwich, on data of our own making.
# Run: Rscript make.R > values.json
suppressMessages(library(sandwich))
n <- 60; years <- 2001:2006
unit <- rep(1:n, each = length(years)); year <- rep(years, n)
first <- c(0, 2003, 2005, 0)[(unit - 1) %% 4 + 1]
x <- ((unit * 7) %% 13) / 4 + (unit %% 3)
noise <- (((unit * 31 + year * 17 + unit * (year - 2000) * 5) %% 23) - 11) / 8
y <- 5 + unit / 10 + 0.4 * (year - 2000) + 0.3 * x * (year - 2000) / 5 + noise +
  ifelse(first > 0 & year >= first, 1 + 0.5 * (year - first), 0)
w <- 1 + (unit %% 5)
d <- data.frame(unit, year, first, x, y, w)
wide <- reshape(d[, c("unit", "year", "y")], idvar = "unit", timevar = "year", direction = "wide")
g <- first[year == 2001]; xu <- x[year == 2001]; wu <- w[year == 2001]

# Doubly robust, regression and weighting effects with their influence values, written from the formulas.
effect <- function(group, t, base, kind, weights = rep(1, n), covariate = TRUE) {
  dy <- wide[[paste0("y.", t)]] - wide[[paste0("y.", base)]]
  keep <- g == group | g == 0
  D <- as.numeric(g == group)[keep]; dy <- dy[keep]; w <- weights[keep]; m <- sum(keep)
  X <- if (covariate) cbind(1, xu[keep]) else matrix(1, m, 1)
  out <- lm.wfit(X[D == 0, , drop = FALSE], dy[D == 0], w[D == 0])
  mu <- as.vector(X %*% out$coefficients)
  ps <- suppressWarnings(glm.fit(X, D, weights = w, family = binomial(), control = list(epsilon = 1e-14, maxit = 100)))$fitted.values
  bread <- solve(crossprod(X * (w * (1 - D)), X) / m)
  lin.out <- (w * (1 - D) * (dy - mu) * X) %*% bread
  lin.ps <- (w * (D - ps) * X) %*% (solve(crossprod(X * (w * ps * (1 - ps)), X)) * m)
  wt <- w * D
  if (kind == "reg") {
    att <- mean(wt * (dy - mu)) / mean(wt)
    inf <- (wt * (dy - mu - att) - lin.out %*% colMeans(wt * X)) / mean(wt)
  } else {
    r <- if (kind == "dr") dy - mu else dy
    wc <- w * ps * (1 - D) / (1 - ps)
    et <- mean(wt * r) / mean(wt); ec <- mean(wc * r) / mean(wc)
    att <- et - ec
    top <- wt * (r - et); bottom <- wc * (r - ec) + lin.ps %*% colMeans(wc * (r - ec) * X)
    if (kind == "dr") { top <- top - lin.out %*% colMeans(wt * X); bottom <- bottom - lin.out %*% colMeans(wc * X) }
    inf <- top / mean(wt) - bottom / mean(wc)
  }
  c(att = att, se = sqrt(mean(inf^2) / m))
}
row <- function(name, value) sprintf('  "%s": [%s]', name, paste(sprintf("%.15g", value), collapse = ", "))
lines <- c()
for (kind in c("dr", "reg", "ipw")) for (cell in list(c(2003, 2004, 2002), c(2005, 2006, 2004), c(2005, 2003, 2002)))
  lines <- c(lines, row(paste(kind, cell[1], cell[2]), effect(cell[1], cell[2], cell[3], kind)))
lines <- c(lines, row("weighted dr 2003 2005", effect(2003, 2005, 2002, "dr", wu)))
lines <- c(lines, row("plain 2003 2006", effect(2003, 2006, 2002, "reg", covariate = FALSE)))
# Two-way regression, errors clustered by unit with K = terms + periods.
d$treated <- as.numeric(d$first > 0 & d$year >= d$first)
within <- function(v) v - ave(v, d$unit)
fit <- function(terms) {
  dummies <- sapply(years[-1], function(t) as.numeric(d$year == t))
  Z <- apply(cbind(dummies, terms), 2, within)
  m <- lm(within(d$y) ~ Z - 1)
  G <- n; N <- nrow(d); K <- ncol(as.matrix(terms)) + length(years)
  V <- vcovCL(m, cluster = d$unit, type = "HC0", cadjust = FALSE) * G / (G - 1) * (N - 1) / (N - K)
  keep <- -(1:ncol(dummies))
  list(b = coef(m)[keep], V = V[keep, keep, drop = FALSE])
}
one <- fit(cbind(d$treated))
lines <- c(lines, row("two-way", c(one$b, sqrt(diag(one$V)))))
two <- fit(cbind(d$treated, d$x * (d$year - 2000)))
lines <- c(lines, row("two-way covariate", c(two$b[1], sqrt(two$V[1, 1]))))
# Sun and Abraham: a dummy for each cohort and event time but -1.
cells <- unique(d[d$first > 0 & d$year - d$first != -1, c("first", "year")])
cells <- cells[order(cells$year - cells$first, cells$first), ]
dummies <- apply(cells, 1, function(c) as.numeric(d$first == c[1] & d$year == c[2]))
sa <- fit(dummies)
event <- cells$year - cells$first
size <- colSums(dummies)
for (e in c(-3, 0, 1, 3)) {
  a <- ifelse(event == e, size, 0) / sum(size[event == e])
  lines <- c(lines, row(paste("sun-abraham", e), c(sum(a * sa$b), sqrt(t(a) %*% sa$V %*% a))))
}
a <- ifelse(event >= 0, size, 0) / sum(size[event >= 0])
lines <- c(lines, row("sun-abraham after", c(sum(a * sa$b), sqrt(t(a) %*% sa$V %*% a))))
# The classic form, ends taken together at -2 and 2.
bin <- ifelse(d$first > 0, pmin(2, pmax(-2, d$year - d$first)), -1)
classic <- fit(sapply(c(-2, 0, 1, 2), function(e) as.numeric(bin == e)))
for (k in 1:4) lines <- c(lines, row(paste("classic", c(-2, 0, 1, 2)[k]), c(classic$b[k], sqrt(classic$V[k, k]))))
cat("{\n", paste(lines, collapse = ",\n"), "\n}\n", sep = "")
