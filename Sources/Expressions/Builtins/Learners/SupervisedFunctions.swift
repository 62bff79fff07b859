/// Learners that are shown the answers.
let supervisedFunctions = [
  linearRegressionFunction, ridgeFunction, polynomialRegressionFunction, logisticRegressionFunction,
  svmFunction, kNearestFunction, decisionTreeFunction, naiveBayesFunction,
]
