# Reference values for peers: standardising, funnel limits, k-means, Ward and silhouettes, on data made here.
# Run: Rscript make.R > values.json (R with the package cluster; jsonlite is not needed).
library(cluster)

rows <- 30
i <- 0:(rows - 1)
data <- cbind(
  a = round((i %% 3) * 9 + sin(i * 1.7) * 2, 3),
  b = round((i %% 2) * 5 + cos(i * 2.3) * 1.5 + i / 20, 3),
  c = round(((i * 7) %% 11) / 2 + (i %% 3), 3)
)
z <- scale(data)
robust <- apply(data, 2, function(x) (x - median(x)) / mad(x, constant = 1.4826))

tree <- hclust(dist(z), method = "ward.D2")
ward <- lapply(2:6, function(k) {
  cluster <- cutree(tree, k)
  list(k = k, cluster = cluster, silhouette = silhouette(cluster, dist(z))[, 3])
})
means <- lapply(2:6, function(k) {
  set.seed(1)
  found <- kmeans(z, k, nstart = 500, iter.max = 100)
  list(k = k, within = found$tot.withinss, cluster = unname(found$cluster),
       silhouette = silhouette(found$cluster, dist(z))[, 3])
})
apart <- as.matrix(dist(z))
nearest <- order(apart[1, -1])[1:5] # rows after the first, from 1
distances <- unname(apart[1, -1][nearest] / max(apart))

events <- c(5, 12, 40, 9, 0, 31)
people <- c(100, 150, 400, 60, 80, 500)
p <- sum(events) / sum(people)
limits <- lapply(c(0.025, 0.975, 0.001, 0.999), function(level) {
  poisson <- qpois(level, p * people)
  binomial <- qbinom(level, people, p)
  share <- function(q, cdf) (q - (cdf(q) - level) / (cdf(q) - cdf(q - 1)))
  list(level = level,
       normal = pmin(1, pmax(0, p + qnorm(level) * sqrt(p * (1 - p) / people))),
       exact = pmax(0, share(binomial, function(q) pbinom(q, people, p))) / people,
       poisson = pmax(0, share(poisson, function(q) ppois(q, p * people))) / people)
})

numbers <- function(x) paste0("[", paste(sprintf("%.15g", x), collapse = ", "), "]")
matrixOf <- function(m) paste0("[", paste(apply(unname(m), 1, numbers), collapse = ", "), "]")
object <- function(x) paste0("{", paste(sprintf('"%s": %s', names(x), sapply(x, function(v)
  if (length(v) == 1) sprintf("%.15g", v) else numbers(v))), collapse = ", "), "}")
objects <- function(list) paste0("[\n  ", paste(sapply(list, object), collapse = ",\n  "), "\n]")
cat("{\n",
  '"data": ', matrixOf(data), ',\n',
  '"z": ', matrixOf(z), ',\n',
  '"robust": ', matrixOf(robust), ',\n',
  '"heights": ', numbers(tree$height), ',\n',
  '"ward": ', objects(ward), ',\n',
  '"kmeans": ', objects(means), ',\n',
  '"nearest": ', numbers(nearest), ',\n',
  '"distances": ', numbers(distances), ',\n',
  '"events": ', numbers(events), ',\n',
  '"people": ', numbers(people), ',\n',
  '"limits": ', objects(limits), '\n}\n', sep = "")
