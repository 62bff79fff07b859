/// Notation of machine learning, after Goodfellow, Bengio and Courville, "Deep Learning" (2016).
let machineLearningCommands = CommandGroup(
  "Machine learning",
  [
    ("R", .letter("R", .blackboard)),
    ("N", .letter("N", .blackboard)),
    ("Z", .letter("Z", .blackboard)),
    ("Q", .letter("Q", .blackboard)),
    ("C", .letter("C", .blackboard)),
    ("E", .letter("E", .blackboard)),
    ("reals", .letter("R", .blackboard)),
    ("Reals", .letter("R", .blackboard)),
    ("natnums", .letter("N", .blackboard)),
    ("cnums", .letter("C", .blackboard)),
    ("Complex", .letter("C", .blackboard)),
    ("Bbbk", .letter("k", .blackboard)),
    ("1", .letter("1", .bold)),
    ("KL", .macro("D_{\\mathrm{KL}}", parameterCount: 0)),
    ("loss", .letter("L", .calligraphic)),
    ("Ls", .letter("L", .calligraphic)),
    ("train", .letter("D", .calligraphic)),
    ("pdata", .macro("p_{\\mathrm{data}}", parameterCount: 0)),
    ("pmodel", .macro("p_{\\mathrm{model}}", parameterCount: 0)),
    ("ptrain", .macro("\\hat{p}_{\\mathrm{data}}", parameterCount: 0)),
    ("normlzero", .macro("L^0", parameterCount: 0)),
    ("normlone", .macro("L^1", parameterCount: 0)),
    ("normltwo", .macro("L^2", parameterCount: 0)),
    ("normlp", .macro("L^p", parameterCount: 0)),
    ("normmax", .macro("L^\\infty", parameterCount: 0)),
    ("parents", .function("Pa", takesLimits: false)),
    ("standarderror", .function("SE", takesLimits: false)),
  ])

/// Letters for what they denote: `\vx` a vector, `\mW` a matrix, `\tX` a tensor, `\sA` a set, `\gG` a
/// graph, `\rvx` a random vector, `\evx` and `\emA` elements of a vector and a matrix.
let machineLearningLetters: CommandGroup = {
  var rows: [(name: String, command: Command)] = []
  rows.reserveCapacity(240)
  for offset in UInt8(0)..<26 {
    let capital = Unicode.Scalar(65 + offset)
    let small = Unicode.Scalar(97 + offset)
    rows.append(("v\(small)", .letter(small, .boldItalic)))
    rows.append(("rv\(small)", .letter(small, .bold)))
    rows.append(("ev\(small)", .letter(small, .automatic)))
    rows.append(("m\(capital)", .letter(capital, .boldItalic)))
    rows.append(("em\(capital)", .letter(capital, .automatic)))
    rows.append(("rm\(capital)", .letter(capital, .bold)))
    rows.append(("t\(capital)", .letter(capital, .sansSerifBoldItalic)))
    rows.append(("s\(capital)", .letter(capital, .blackboard)))
    rows.append(("g\(capital)", .letter(capital, .calligraphic)))
  }
  rows += [
    ("vzero", .letter("0", .bold)), ("vone", .letter("1", .bold)),
    ("vmu", .letter("μ", .boldItalic)), ("vtheta", .letter("θ", .boldItalic)),
    ("vphi", .letter("ϕ", .boldItalic)), ("valpha", .letter("α", .boldItalic)),
    ("vlambda", .letter("λ", .boldItalic)), ("vomega", .letter("ω", .boldItalic)),
    ("mBeta", .letter("β", .boldItalic)), ("mPhi", .letter("Φ", .bold)),
    ("mLambda", .letter("Λ", .bold)), ("mSigma", .letter("Σ", .bold)),
  ]
  return CommandGroup("Letters of machine learning", rows)
}()
