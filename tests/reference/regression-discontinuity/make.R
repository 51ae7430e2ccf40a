# R 4.2, base only: Rscript make.R > values.json
# The definitions of Calonico, Cattaneo and Titiunik a second time, by plain matrices in the units of the data.
n <- 400; i <- 0:(n - 1)
x <- ((i * 149) %% 400 - 190) / 40 + ((i * 31) %% 7) / 1000
noise <- ((i * 83) %% 61 - 30) / 15
z <- x / 3 + ((i * 57) %% 29 - 14) / 10
group <- (i * 7) %% 37
took <- as.numeric(((i * 11) %% 10) < ifelse(x >= 0, 8, 2))
y <- 5 + x + 0.3 * x^2 - 0.05 * x^3 + 2 * (x >= 0) + 0.5 * z + noise + took
o <- order(x); x <- x[o]; y <- y[o]; z <- z[o]; group <- group[o]; took <- took[o]
K <- function(u, kernel) switch(kernel, tri = pmax(1 - abs(u), 0), uni = 0.5 * (abs(u) <= 1), epa = pmax(0.75 * (1 - u^2), 0))
neighbours <- function(X, v, J = 3) sapply(seq_along(X), function(k) {
  d <- abs(X - X[k]); d[k] <- Inf; cut <- sort(d)[J]; near <- which(d <= cut * (1 + 1e-8)); m <- length(near)
  sqrt(m / (m + 1)) * (v[k] - mean(v[near])) })
powers <- function(X, p) outer(X, 0:p, "^")
part <- function(X, D, h, p, kernel) { w <- K(X / h, kernel) / h; keep <- w > 0
  R <- powers(X[keep], p); W <- w[keep]; G <- solve(crossprod(R * sqrt(W)))
  list(keep = keep, X = X[keep], R = R, W = W, G = G, D = D[keep, , drop = FALSE], b = G %*% crossprod(R * W, D[keep, , drop = FALSE])) }
errors <- function(f, vce, d) if (vce == "nn") apply(f$D, 2, function(v) neighbours(f$X, v)) else {
  e <- f$D - f$R %*% f$b; m <- nrow(e); if (vce == "hc1") e * sqrt(m / (m - d)) else e }
meat <- function(RX, e, g = NULL) { s <- RX * as.vector(e); if (is.null(g)) return(crossprod(s))
  sums <- rowsum(s, g); m <- nrow(s); k <- ncol(s); G <- nrow(sums); crossprod(sums) * (m - 1) / (m - k) * G / (G - 1) }
terms <- function(X, D, s, o, nu, oB, hV, hB, scale, vce, kernel) {
  f <- part(X, D, hV, o, kernel); V <- (f$G %*% meat(f$R * f$W, errors(f, vce, o + 1) %*% s) %*% f$G)[nu + 1, nu + 1]
  const <- (hV^nu * (f$G %*% crossprod(f$R * f$W, (f$X / hV)^(o + 1))))[nu + 1]
  const <- const * 1
  B <- part(X, D, hB, oB, kernel)
  reg <- if (scale) 3 * const^2 * (B$G %*% meat(B$R * B$W, errors(B, vce, oB + 1) %*% s) %*% B$G)[o + 2, o + 2] else 0
  c(V = (2 * nu + 1) * hV^(2 * nu + 1) * V, B = sqrt(2 * (o + 1 - nu)) * const * sum(s * B$b[o + 2, ]), R = 2 * (o + 1 - nu) * reg) }
select <- function(D, s, p = 1, kernel = "tri", vce = "nn") { q <- p + 1; L <- x < 0
  C <- c(tri = 2.576, epa = 2.34, uni = 1.843)[[kernel]]
  iq <- diff(quantile(x, c(.25, .75), type = 2)); top <- max(abs(x))
  c0 <- min(C * min(sd(x), iq / 1.349) * length(unique(x))^(-1/5), top)
  both <- function(...) rbind(terms(x[L], D[L, , drop = FALSE], s, ...), terms(x[!L], D[!L, , drop = FALSE], s, ...))
  pick <- function(t, o, scale) min((sum(t[, "V"]) / ((t[2, "B"] - t[1, "B"])^2 + scale * sum(t[, "R"])))^(1 / (2 * o + 3)), top)
  one <- function(side, ...) terms(x[side], D[side, , drop = FALSE], s, ...)
  td <- rbind(one(L, q + 1, q + 1, q + 2, c0, max(-x[L]), 0, vce, kernel), one(!L, q + 1, q + 1, q + 2, c0, max(x[!L]), 0, vce, kernel))
  d <- pick(td, q + 1, 0); b <- pick(both(q, p + 1, q + 1, c0, d, 1, vce, kernel), q, 1)
  c(h = pick(both(p, 0, q, c0, b, 1, vce, kernel), p, 1), b = b) }
jump <- function(D, s, h, b, p = 1, kernel = "tri", vce = "nn", g = NULL, fuzzy = FALSE) { q <- p + 1; L <- x < 0
  side <- function(S) { X <- x[S]; wh <- K(X / h, kernel) / h; wb <- K(X / b, kernel) / b; keep <- wh > 0 | wb > 0
    X <- X[keep]; wh <- wh[keep]; wb <- wb[keep]; Dk <- D[S, , drop = FALSE][keep, , drop = FALSE]
    Rp <- powers(X, p); Rq <- powers(X, q); Gp <- solve(crossprod(Rp * sqrt(wh))); Gq <- solve(crossprod(Rq * sqrt(wb)))
    Lm <- crossprod(Rp * wh, (X / h)^(p + 1))
    Q <- Rp * wh - h^(p + 1) * t(Lm %*% (Gq %*% t(Rq))[p + 2, ] * rep(1, 1)) * wb
    bp <- Gp %*% crossprod(Rp * wh, Dk); bq <- Gq %*% crossprod(Rq * wb, Dk)
    ep <- if (vce == "nn") apply(Dk, 2, function(v) neighbours(X, v)) else (Dk - Rp %*% bp) * if (vce == "hc1" && is.null(g)) sqrt(nrow(Dk) / (nrow(Dk) - p - 1)) else 1
    eq <- if (vce == "nn") ep else (Dk - Rq %*% bq) * if (vce == "hc1" && is.null(g)) sqrt(nrow(Dk) / (nrow(Dk) - q - 1)) else 1
    list(plain = bp[1, ], fixed = (Gp %*% crossprod(Q, Dk))[1, ], Gp = Gp, RW = Rp * wh, Q = Q, ep = ep, eq = eq, g = if (is.null(g)) NULL else g[S][keep]) }
  l <- side(L); r <- side(!L); plain <- r$plain - l$plain; fixed <- r$fixed - l$fixed
  if (fuzzy) { est <- plain[1] / plain[2]; s <- c(1 / plain[2], -plain[1] / plain[2]^2); bc <- est - sum(s * (plain - fixed)) }
  else { est <- sum(s * plain); bc <- sum(s * fixed) }
  v <- function(f, RX, e) (f$Gp %*% meat(RX, e %*% s, f$g) %*% f$Gp)[1, 1]
  c(conventional = est, corrected = bc, se = sqrt(v(l, l$RW, l$ep) + v(r, r$RW, r$ep)), robust_se = sqrt(v(l, l$Q, l$eq) + v(r, r$Q, r$eq))) }
slope <- function(h, p = 1) { w <- K(x / h, "tri"); k <- w > 0; R <- as.numeric(x >= 0)
  coef(lm(y ~ R * x + z, weights = w, subset = k))[["z"]] }
Y <- cbind(y); s1 <- 1
h <- 1.4; b <- 2.2; gz <- slope(h)
out <- list(x = x, y = y, z = z, group = group, took = took,
  mserd = select(Y, 1), mserd_epa_p2 = select(Y, 1, 2, "epa"), mserd_uni_p0 = select(Y, 1, 0, "uni"), mserd_hc1 = select(Y, 1, vce = "hc1"),
  sharp = jump(Y, 1, h, b), sharp_uni_p2 = jump(Y, 1, 2.5, 2, 2, "uni"), hc1 = jump(Y, 1, h, b, vce = "hc1"), hc0 = jump(Y, 1, h, b, vce = "hc0"),
  clustered = jump(Y, 1, h, b, vce = "hc0", g = group), clustered_nn = jump(Y, 1, h, b, g = group),
  covariate = jump(cbind(y, z), c(1, -gz), h, b), fuzzy = jump(cbind(y, took), NULL, h, b, fuzzy = TRUE))
nums <- function(v) paste0("[", paste(format(unname(v), digits = 17, scientific = TRUE), collapse = ", "), "]")
cat("{\n", paste0("  \"", names(out), "\": ", sapply(out, nums), collapse = ",\n"), "\n}\n", sep = "")
