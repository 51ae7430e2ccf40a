# Matching by R Matching 4.10-8, weighting and regressions by R's glm and lm, on data of our own
# making. Run in this folder: Rscript make.R > values.json
suppressMessages({library(Matching); library(sandwich)})
set.seed(7)
n <- 120
x1 <- round(rnorm(n), 3); x2 <- rbinom(n, 1, 0.4)
t <- rbinom(n, 1, plogis(-0.6 + 0.7 * x1 + 0.5 * x2))
y <- round(2 + 1.5 * x1 - x2 + 1.2 * t + rnorm(n), 3)
ps <- glm(t ~ x1 + x2, family = binomial, control = list(epsilon = 1e-14))
p <- fitted(ps)
m <- function(...) { r <- Match(Y = y, Tr = t, ...); c(r$est, r$se, length(r$index.treated)) }
# Greedy matching without replacement, written out: R MatchIt 4.5.1 breaks ties of distance in an order of its own.
greedy <- function(decreasing) {
  free <- which(t == 0); total <- 0
  for (i in which(t == 1)[order(p[t == 1], decreasing = decreasing, method = "radix")]) {
    j <- free[which.min(abs(p[i] - p[free]))]; total <- total + y[i] - y[j]; free <- setdiff(free, j)
  }
  total / sum(t)
}
w <- p / (1 - p)
ols <- lm(y ~ t + x1 + x2)
m0 <- predict(lm(y ~ x1 + x2, subset = t == 0), data.frame(x1, x2))
m1 <- predict(lm(y ~ x1 + x2, subset = t == 1), data.frame(x1, x2))
number <- function(v) paste0("[", paste(format(unname(v), digits = 16, trim = TRUE, scientific = FALSE), collapse = ", "), "]")
out <- list(
  att = m(X = p, M = 1), att3 = m(X = p, M = 3), ate = m(X = p, M = 1, estimand = "ATE"), atc = m(X = p, estimand = "ATC"),
  caliper = m(X = p, caliper = 0.05), mahalanobis = m(X = cbind(x1, x2), Weight = 2), mahalanobisAte = m(X = cbind(x1, x2), Weight = 2, estimand = "ATE"),
  greedyLargest = greedy(TRUE), greedySmallest = greedy(FALSE),
  ipwAtt = mean(y[t == 1]) - weighted.mean(y[t == 0], w[t == 0]),
  ipwAte = weighted.mean(y[t == 1], 1 / p[t == 1]) - weighted.mean(y[t == 0], 1 / (1 - p[t == 0])),
  htAte = mean(t * y / p - (1 - t) * y / (1 - p)),
  regression = c(coef(ols)[["t"]], sqrt(vcov(ols)["t", "t"]), sqrt(vcovHC(ols, "HC1")["t", "t"])),
  adjustAtt = mean((y - m0)[t == 1]), adjustAte = mean(m1 - m0),
  robustAte = mean(m1 - m0 + t * (y - m1) / p - (1 - t) * (y - m0) / (1 - p)),
  robustAtt = sum(t * (y - m0) - (1 - t) * w * (y - m0)) / sum(t))
cat("{\n", '"x1": ', number(x1), ',\n"x2": ', number(x2), ',\n"t": ', number(t), ',\n"y": ', number(y), ",\n", sep = "")
cat(paste0('"', names(out), '": ', sapply(out, number), collapse = ",\n"), "\n}\n")
