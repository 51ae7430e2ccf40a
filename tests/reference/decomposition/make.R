# Blinder-Oaxaca by R's lm, written out a second time with model matrices and sum contrasts, on data of our own making.
# Run in this folder: Rscript make.R > values.json
set.seed(4)
n <- 160
g <- rbinom(n, 1, 0.45)
years <- round(pmax(0, rnorm(n, 12 - 2 * g, 5)), 1)
school <- sample(c("a", "b", "c"), n, TRUE)
w <- round(runif(n, 0.5, 3), 2)
y <- round(100 + 3 * years + 15 * (school == "b") + 30 * (school == "c") - 9 * g - 0.6 * g * years + rnorm(n, 0, 12), 2)
d <- data.frame(y, g, years, school = factor(school), w)
fit <- function(s) lm(y ~ years + school, d[s, ], weights = w, contrasts = list(school = "contr.sum"))
full <- function(m) { b <- unname(coef(m)); c(b[1], b[2], b[3], b[4], -b[3] - b[4]) }
A <- d$g == 0
x <- cbind(1, d$years, d$school == "a", d$school == "b", d$school == "c")
means <- function(s) colSums(x[s, ] * w[s]) / sum(w[s])
xa <- means(A); xb <- means(!A)
ba <- full(fit(A)); bb <- full(fit(!A)); bp <- full(fit(rep(TRUE, n)))
m2 <- lm(y ~ years + school + g, d, weights = w, contrasts = list(school = "contr.sum"))
b2 <- full(m2)
s <- sum(w[A]) / sum(w)
stars <- list("group-b" = bb, "group-a" = ba, equal = (ba + bb) / 2, size = s * ba + (1 - s) * bb, pooled = bp, "pooled-with-group" = b2)
number <- function(v) paste0("[", paste(format(v, digits = 17, trim = TRUE, scientific = FALSE), collapse = ", "), "]")
texts <- function(v) paste0("[", paste0('"', v, '"', collapse = ", "), "]")
# Jann's (2008) formula for the endowments with robust variances of the means and of the coefficients of B.
cat("{\n", '"y": ', number(y), ',\n"inA": [', paste(ifelse(A, "true", "false"), collapse = ", "), '],\n"years": ', number(years), ',\n"school": ', texts(school), ',\n"weight": ', number(w), ",\n", sep = "")
cat('"meansA": ', number(xa), ',\n"meansB": ', number(xb), ',\n"coefficientsA": ', number(ba), ',\n"coefficientsB": ', number(bb), ",\n", sep = "")
cat('"endowments": ', number((xa - xb) * bb), ',\n"coefficients": ', number(xb * (ba - bb)), ',\n"interaction": ', number((xa - xb) * (ba - bb)), ",\n", sep = "")
cat('"twofold": {\n', paste0('"', names(stars), '": {"explained": ', sapply(stars, function(b) number((xa - xb) * b)), ', "unexplained_a": ', sapply(stars, function(b) number(xa * (ba - b))), ', "unexplained_b": ', sapply(stars, function(b) number(xb * (b - bb))), "}", collapse = ",\n"), "\n}\n}\n", sep = "")
