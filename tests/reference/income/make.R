# Weighted quantiles, poverty, inequality and pay gap by R laeken (Debian r-cran-laeken 0.5.2), on data of our own
# making. Run in this folder: Rscript make.R > values.json
suppressMessages(library(laeken))
set.seed(20)
n <- 300
x <- round(rlnorm(n, 9.6, 0.6), 2)
w <- round(runif(n, 50, 900), 3)
group <- sample(c("A", "B", "C"), n, TRUE)
sex <- factor(sample(c("male", "female"), n, TRUE), levels = c("female", "male"))
median_all <- weightedMedian(x, w)
measures <- function(i) {
  limit <- 0.6 * median_all
  c(arpr = 100 * sum(w[i][x[i] < limit]) / sum(w[i]),
    s80_s20 = laeken:::quintileRatio(x[i], w[i]),
    median_gap = laeken:::relativeGap(x[i], w[i], threshold = limit),
    gini = laeken:::giniCoeff(x[i], w[i]),
    median = weightedMedian(x[i], w[i]),
    mean = weightedMean(x[i], w[i]))
}
number <- function(v) format(v, digits = 17, trim = TRUE, scientific = FALSE)
list_of <- function(v) paste0("[", paste(number(v), collapse = ", "), "]")
texts <- function(v) paste0("[", paste0('"', v, '"', collapse = ", "), "]")
row <- function(name, i) paste0('"', name, '": ', list_of(measures(i)))
cat("{\n")
cat('"income": ', list_of(x), ',\n"weight": ', list_of(w), ',\n"group": ', texts(group), ',\n"sex": ', texts(sex), ",\n", sep = "")
cat('"measures": {', row("all", rep(TRUE, n)), ",", row("A", group == "A"), ",", row("B", group == "B"), ",", row("C", group == "C"), "},\n")
cat('"quantiles": ', list_of(weightedQuantile(x, w, c(.1, .25, .5, .75, .9))), ",\n", sep = "")
cat('"pay_gap_mean": ', number(gpg(x, sex, weights = w)$value), ',\n"pay_gap_median": ', number(gpg(x, sex, method = "median", weights = w)$value), "\n}\n", sep = "")
