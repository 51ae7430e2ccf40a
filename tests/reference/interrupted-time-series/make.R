# R 4.2 with sandwich and lmtest: Rscript make.R > values.json
suppressMessages({library(sandwich); library(lmtest)})
n <- 60; t <- 1:n; start <- 37
# Deterministic "noise" with memory, so that nothing hangs on R's random numbers.
shock <- ((t * 37) %% 23 - 11) / 4
e <- Reduce(function(before, now) 0.5 * before + now, shock, accumulate = TRUE)
D <- as.numeric(t >= start); S <- D * (t - start); m <- (t - 1) %% 12 + 1
y <- 50 + 0.2 * t - 4 * D + 0.3 * S + 2 * sin(2 * pi * m / 12) + e
pop <- 1000 + 10 * t
counts <- round(pop * exp(-3 + 0.004 * t - 0.2 * D + 0.1 * cos(2 * pi * m / 12)) + shock)
X <- cbind(1, t, D, S)
fit <- lm(y ~ t + D + S)
season <- lm(y ~ t + D + S + sin(2*pi*m/12) + cos(2*pi*m/12) + sin(4*pi*m/12) + cos(4*pi*m/12))
months <- lm(y ~ t + D + S + factor(m))
nw <- function(f, lag) sqrt(diag(NeweyWest(f, lag = lag, prewhite = FALSE, adjust = TRUE)))
pois <- glm(counts ~ t + D + S + offset(log(pop)), family = poisson, control = list(epsilon = 1e-14))
quasi <- glm(counts ~ t + D + S + sin(2*pi*m/12) + cos(2*pi*m/12) + offset(log(pop)), family = quasipoisson, control = list(epsilon = 1e-14))
# Prais-Winsten, iterated, restated with plain matrices.
prais <- function(X, y) {
  b <- solve(crossprod(X), crossprod(X, y)); rho <- 0
  repeat {
    u <- as.vector(y - X %*% b); k <- length(u)
    new <- sum(u[-1] * u[-k]) / sum(u[-k]^2)
    f <- function(v) c(sqrt(1 - new^2) * v[1], v[-1] - new * v[-length(v)])
    Xs <- apply(X, 2, f); ys <- f(y)
    b <- solve(crossprod(Xs), crossprod(Xs, ys))
    if (abs(new - rho) < 1e-12) break
    rho <- new
  }
  r <- as.vector(ys - Xs %*% b); s2 <- sum(r^2) / (length(r) - ncol(X))
  list(rho = new, b = as.vector(b), se = sqrt(diag(s2 * solve(crossprod(Xs)))), dw = sum(diff(r)^2) / sum(r^2))
}
p <- prais(X, y)
u <- resid(fit)
# A control series in one model: everything twice.
other <- 30 + 0.1 * t - 1 * D + 0.05 * S + rev(e) / 2
both <- data.frame(v = c(y, other), t = c(t, t), D = c(D, D), S = c(S, S), g = rep(c(1, 0), each = n))
stacked <- lm(v ~ (t + D + S) * g, both)
difference <- lm(I(y - other) ~ t + D + S)
# Holes: periods 10, 11 and 40 are missing.
keep <- !(t %in% c(10, 11, 40)); holes <- lm(y ~ t + D + S, subset = keep)
nums <- function(x) paste0("[", paste(format(unname(x), digits = 17, scientific = TRUE), collapse = ", "), "]")
out <- list(
  y = y, pop = pop, counts = counts, other = other,
  ols = coef(fit), ols_se = sqrt(diag(vcov(fit))), nw3_se = nw(fit, 3), nw_auto_se = nw(fit, floor(4 * (n / 100)^(2/9))),
  season = coef(season), season_se = sqrt(diag(vcov(season))), months = coef(months), months_se = sqrt(diag(vcov(months))),
  poisson = coef(pois), poisson_se = sqrt(diag(vcov(pois))), poisson_nw4_se = nw(pois, 4),
  quasi = coef(quasi), quasi_se = sqrt(diag(vcov(quasi))), quasi_dispersion = summary(quasi)$dispersion,
  prais = p$b, prais_se = p$se, prais_rho = p$rho, prais_dw = p$dw,
  acf = acf(u, 10, plot = FALSE)$acf[-1], pacf = pacf(u, 10, plot = FALSE)$acf,
  ljung_box = unlist(Box.test(u, 10, "Ljung-Box")[c("statistic", "p.value")]), dw = unname(dwtest(fit)$statistic),
  stacked = coef(stacked)[c("g", "t:g", "D:g", "S:g")], stacked_se = sqrt(diag(vcov(stacked)))[c("g", "t:g", "D:g", "S:g")],
  difference = coef(difference), difference_se = sqrt(diag(vcov(difference))),
  holes = coef(holes), holes_se = sqrt(diag(vcov(holes))))
cat("{\n", paste0("  \"", names(out), "\": ", sapply(out, nums), collapse = ",\n"), "\n}\n", sep = "")
