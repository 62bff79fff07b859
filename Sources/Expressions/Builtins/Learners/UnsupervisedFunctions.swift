/// Learners that find groups and directions by themselves.
let unsupervisedFunctions: [Builtin] = []
