# Quadratic programmes of the synthetic control family by R quadprog 1.5-8, internal rates by uniroot and polyroot,
# on data of our own making. Run in this folder: Rscript make.R > values.json
suppressMessages(library(quadprog))
set.seed(11)
n0 <- 7; t0 <- 10; t1 <- 4
base <- matrix(rnorm(n0 * (t0 + t1)), n0) + outer(seq_len(n0), seq_len(t0 + t1) / 6)
y <- round(10 + base, 4)
treated <- round(colMeans(y[c(1, 3, 4), ]) + rnorm(t0 + t1) / 3 + c(rep(0, t0), rep(2, t1)), 4)
# min |A w - b|^2 + ridge |w|^2, w >= 0, sum w = 1
simplex <- function(A, b, ridge = 0) {
  D <- crossprod(A) + diag(ridge, ncol(A)); s <- mean(diag(D))
  solve.QP(D / s, drop(crossprod(A, b)) / s, cbind(1, diag(ncol(A))), c(1, rep(0, ncol(A))), meq = 1)$solution
}
centre <- function(m) sweep(m, 2, colMeans(m))
pre <- seq_len(t0); post <- t0 + seq_len(t1)
sc <- simplex(t(y[, pre]), treated[pre])
sigma <- sd(apply(y[, pre], 1, diff))
omega <- simplex(centre(t(y[, pre])), treated[pre] - mean(treated[pre]), t0 * sqrt(t1) * sigma^2)
target <- rowMeans(y[, post])
lambda <- simplex(centre(y[, pre]), target - mean(target), n0 * (1e-6 * sigma)^2)
effect <- function(w, l) {
  gap <- treated - drop(w %*% y)
  mean(gap[post]) - sum(l * gap[pre])
}
flow <- c(-1000, 120, 340, 410, 280, 150)
number <- function(v) paste0("[", paste(format(unname(v), digits = 15, trim = TRUE, scientific = FALSE), collapse = ", "), "]")
out <- list(
  outcome = c(t(y)), treated = treated, shape = c(n0, t0, t1),
  sc = sc, scEffect = effect(sc, rep(0, t0)), omega = omega, lambda = lambda, sdidEffect = effect(omega, lambda),
  didEffect = effect(rep(1 / n0, n0), rep(1 / t0, t0)),
  flow = flow, irr = uniroot(function(r) sum(flow / (1 + r)^(0:5)), c(0, 1), tol = 1e-14)$root,
  npv = sum(flow / 1.03^(0:5))
)
cat("{\n", paste0("  \"", names(out), "\": ", vapply(out, number, ""), collapse = ",\n"), "\n}\n", sep = "")
