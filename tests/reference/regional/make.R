# Specialisation, shift-share and complexity stated a second time in R 4 (base only): matrix algebra instead of loops,
# eigen() of the unsymmetric walk instead of our symmetric form, poisson.test for the interval. Data of our own making:
# a fixed formula, no chance. Rscript make.R > values.json
x <- outer(1:12, 1:18, function(r, i) floor(((r * 37 + i * 53 + r * i * 11) %% 97) ^ 2 / (1 + (i %% 5)) / (1 + abs(r - i / 2))))
y <- floor(x * outer(1:12, 1:18, function(r, i) 0.6 + ((r * 13 + i * 29) %% 17) / 17))
num <- function(v) paste0("[", paste(ifelse(is.na(v), "null", formatC(as.numeric(v), digits = 17, format = "g")), collapse = ", "), "]")
item <- function(name, v) paste0('  "', name, '": ', num(v))

share <- x / rowSums(x); ref <- colSums(x) / sum(x)
lq <- sweep(share, 2, ref, "/")
limits <- t(sapply(as.vector(t(x)), function(k) poisson.test(k)$conf.int)) / as.vector(t(rowSums(x) %o% ref))
krugman <- rowSums(abs(sweep(share, 2, ref)))
hachman <- 1 / rowSums(lq * share)
gini_lq <- apply(lq, 1, function(v) sum(outer(v, v, function(a, b) abs(a - b))) / (2 * length(v)^2 * mean(v)))
pop <- rowSums(x) / sum(x)
locational <- apply(x, 2, function(v) {
  s <- v / sum(v); o <- order(s / pop)
  f <- c(0, cumsum(pop[o])); l <- c(0, cumsum(s[o]))
  1 - sum(diff(f) * (head(l, -1) + tail(l, -1)))
})

G <- sum(y) / sum(x) - 1; g <- colSums(y) / colSums(x) - 1; r <- ifelse(x > 0, y / x - 1, NA)
ns <- rowSums(x * G); im <- as.vector(x %*% (g - G)); rs <- rowSums(y) - rowSums(x) - ns - im
h <- rowSums(x) %o% ref
em <- rowSums(ifelse(x > 0, h * (r - rep(g, each = 12)), y))

M <- (lq >= 1) * 1
d <- rowSums(M); u <- colSums(M)
z <- function(v) (v - mean(v)) / sd(v)
turn <- function(v, like) v * sign(cor(v, like))
second <- function(W) Re(eigen(W)$vectors[, order(-Re(eigen(W)$values))[2]])
eci <- turn(z(second((M / d) %*% (t(M) / u))), d)
pci <- turn(z(second((t(M) / u) %*% (M / d))), as.vector((t(M) / u) %*% eci))
fit <- rep(1, 12); cpl <- rep(1, 18)
for (n in 1:20) { f <- as.vector(M %*% cpl); q <- 1 / as.vector(t(M) %*% (1 / fit)); fit <- f / mean(f); cpl <- q / mean(q) }
C <- t(M) %*% M; k <- diag(C); diag(C) <- 0; S <- rowSums(C); T <- sum(C)
up <- function(m) m[lower.tri(m)]
phi <- C / outer(k, k, pmax)
cosine <- C / sqrt(S %o% S); jaccard <- C / (outer(S, S, "+") - C); association <- (C / T) / ((S / T) %o% (S / T))
probability <- C / ((outer(S, S, function(a, b) (a / T) * (b / (T - a)) + (b / T) * (a / (T - b)))) * T / 2)
density <- sweep(M %*% phi, 2, colSums(phi), "/")

cat("{\n", paste(c(
  item("before", t(x)), item("after", t(y)), item("lq", t(lq)), item("low", limits[, 1]), item("high", limits[, 2]),
  item("krugman", krugman), item("hachman", hachman), item("gini_quotients", gini_lq), item("locational_gini", locational),
  item("national", ns), item("mix", im), item("regional", rs), item("competitive", em),
  item("eci", eci), item("pci", pci), item("fitness", fit),
  item("minimum-conditional", up(phi)), item("cosine", up(cosine)), item("jaccard", up(jaccard)),
  item("association", up(association)), item("probability", up(probability)), item("density", t(density))
), collapse = ",\n"), "\n}\n", sep = "")
