# Reference numbers for composite indices, from R itself (base, stats) and e1071, on data of our own making.
# Rscript make.R > values.json
set.seed(20)
n <- 24
x <- cbind(a = round(rnorm(n, 50, 10), 3), b = round(rexp(n, 0.1), 3), c = round(runif(n, 1, 9), 3), d = round(rnorm(n, 5, 2), 3))
x[, "d"] <- round(x[, "d"] + 0.1 * x[, "a"], 3)
minmax <- apply(x, 2, function(v) 1 + 99 * (v - min(v)) / (max(v) - min(v)))
r <- cor(minmax)
k <- ncol(x)
w <- c(1, 2, 3, 4) / 10
num <- function(v) paste0("[", paste(sprintf("%.15g", v), collapse = ", "), "]")
cat("{\n")
for (name in colnames(x)) cat(sprintf('  "%s": %s,\n', name, num(x[, name])))
cat(sprintf('  "skewness": %s,\n', num(apply(x, 2, e1071::skewness, type = 2))))
cat(sprintf('  "kurtosis": %s,\n', num(apply(x, 2, e1071::kurtosis, type = 2))))
cat(sprintf('  "arithmetic": %s,\n', num(minmax %*% w)))
cat(sprintf('  "geometric": %s,\n', num(exp(log(minmax) %*% w))))
cat(sprintf('  "harmonic": %s,\n', num(1 / ((1 / minmax) %*% w))))
cat(sprintf('  "zscore": %s,\n', num(scale(x) %*% w)))
cat(sprintf('  "rank": %s,\n', num(apply(x, 2, rank, ties.method = "min") %*% w)))
cat(sprintf('  "alpha": %.15g,\n', k / (k - 1) * (1 - k / sum(r))))
cat(sprintf('  "eigenvalues": %s,\n', num(eigen(r)$values)))
cat(sprintf('  "loadings": %s\n', num(abs(prcomp(minmax, scale. = TRUE)$rotation[, 1]))))
cat("}\n")
