/// How well scores and predictions meet the truth.
let classifierFunctions: [Builtin] = []
