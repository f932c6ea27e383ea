# Shares and standard errors of a stratified sample with survey: SAMPLE FRAME; prints what Bench reads.
suppressMessages(library(survey))
files <- commandArgs(TRUE)
sheets <- read.table(gzfile(files[1]), header = TRUE, sep = "|", skip = 1, quote = "", fill = TRUE)
frame <- read.csv(files[2])
sheets$stations <- frame$stations[match(sheets$ID_ESTRATO_F, frame$stratum)]
options(survey.lonely.psu = "certainty")

begin <- proc.time()
design <- svydesign(ids = ~1, strata = ~ID_ESTRATO_F, fpc = ~stations, data = sheets)
found <- svyratio(~ AMLO + RAC + JAMK + JHRC, ~TOTAL, design)
taken <- proc.time() - begin

peak <- as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) * 1024
answer <- sprintf("%s %.6f (%.6f)", tolower(rownames(found$ratio)), 100 * coef(found), 100 * SE(found))
cat(taken[["elapsed"]], taken[["user.self"]] + taken[["sys.self"]], peak, paste(answer, collapse = ", "), sep = "\t")
