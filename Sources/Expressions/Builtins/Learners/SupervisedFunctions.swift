/// Learners that are shown the answers.
let supervisedFunctions: [Builtin] = []
