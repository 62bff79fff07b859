/// The optimizers, the schedules of their rates, and the walk that they take.
let optimizationFunctions = optimizerFunctions + scheduleFunctions + [descendFunction]
