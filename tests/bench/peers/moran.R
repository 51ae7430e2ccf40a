# Moran's I and local Moran with permutations in spdep, on one core: Rscript moran.R values.csv neighbours.csv 999
suppressPackageStartupMessages(library(spdep))
words <- commandArgs(trailingOnly = TRUE)
values <- read.csv(words[1])
pairs <- read.csv(words[2])
draws <- as.integer(words[3])
place <- match(pairs$to, values$territory)
nb <- unname(split(place, factor(match(pairs$from, values$territory), levels = seq_len(nrow(values)))))
nb <- lapply(nb, function(row) if (length(row) == 0) 0L else sort(row))
class(nb) <- "nb"
listw <- nb2listw(nb, style = "W", zero.policy = TRUE)
set.seed(1)
time <- system.time({
  moran <- moran.mc(values$value, listw, draws, zero.policy = TRUE)
  local <- localmoran_perm(values$value, listw, nsim = draws, zero.policy = TRUE)
})
cat(sprintf(
  '{"milliseconds":%f,"processorMilliseconds":%f,"residentMegabytes":0,"rows":%d,"moran":%.15f}\n',
  1000 * time[["elapsed"]], 1000 * (time[["user.self"]] + time[["sys.self"]]), nrow(values), moran$statistic
))
