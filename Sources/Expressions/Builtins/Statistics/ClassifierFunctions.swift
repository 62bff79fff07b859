/// What tells how good predictions are: of classes, of probabilities and of numbers.
let classifierFunctions = confusionFunctions + thresholdFunctions + regressionScoreFunctions
