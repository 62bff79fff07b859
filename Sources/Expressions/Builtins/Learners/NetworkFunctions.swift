/// Networks that are trained by descent.
let networkFunctions: [Builtin] = [perceptronFunction]
