/// Tests of hypotheses, confidence intervals and power.
let inferenceFunctions = testFunctions + intervalFunctions + powerFunctions
