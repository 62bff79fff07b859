/// Models of what comes one after another.
let sequenceFunctions: [Builtin] = [
  hiddenMarkovFunction, smoothingFunction, autoregressionFunction, autocorrelationFunction,
  partialAutocorrelationFunction, movingAverageFunction,
]
