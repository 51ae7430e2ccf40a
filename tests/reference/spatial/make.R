# Spatial statistics by R spdep and spatialreg on data of our own making: a 6 x 6 grid, neighbours share a side.
# Rscript make.R > values.json
suppressMessages({library(spdep); library(spatialreg)})
n <- 6
x <- as.vector(outer(1:n, 1:n, function(i, j) 20 + 3 * i - 2 * j + ((i * 7 + j * 5) %% 6)))
z <- as.vector(outer(1:n, 1:n, function(i, j) 2 * i + ((i * 3 + j * 11) %% 7)))
people <- as.vector(outer(1:n, 1:n, function(i, j) 300 + 100 * ((i * 5 + j * 3) %% 9)))
nb <- cell2nb(n, n, type = "rook")
w <- nb2listw(nb, style = "W"); b <- nb2listw(nb, style = "B")
fit <- lm(x ~ z)
lm <- suppressWarnings(lm.LMtests(fit, w, test = "all"))
rm <- lm.morantest(fit, w)
lag <- lagsarlm(x ~ z, listw = w); err <- errorsarlm(x ~ z, listw = w)
mt <- moran.test(x, w); mn <- moran.test(x, w, randomisation = FALSE); gt <- geary.test(x, w); gn <- geary.test(x, w, randomisation = FALSE)
gg <- globalG.test(x, b)
eb <- suppressWarnings(EBImoran.mc(x, people, w, nsim = 9)$statistic)
p <- c(0.001, 0.04, 0.03, 0.2, 0.9, 0.03)
num <- function(v) paste0("[", paste(formatC(as.numeric(v), digits = 17, format = "g"), collapse = ", "), "]")
values <- list(
  x = x, z = z, people = people,
  moran = c(mt$estimate, mn$estimate[3]), geary = c(gt$estimate, gn$estimate[3]), getis_ord = gg$estimate,
  local = localmoran(x, w)[, 1], g = localG(x, b), g_star = localG(x, nb2listw(include.self(nb), style = "B")),
  eb = eb, residual_moran = rm$estimate,
  tests = sapply(c("LMerr", "LMlag", "RLMerr", "RLMlag", "SARMA"), function(t) lm[[t]]$statistic),
  lag = c(lag$rho, coef(lag)[-1], logLik(lag)), error = c(err$lambda, coef(err)[-1], logLik(err)),
  lag_se = lag$rho.se, error_se = err$lambda.se,
  p = p, fdr = p.adjust(p, "BH"), bonferroni = p.adjust(p, "bonferroni"))
cat("{\n", paste(sprintf('  "%s": %s', names(values), sapply(values, num)), collapse = ",\n"), "\n}\n", sep = "")
