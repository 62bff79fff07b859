internal import Diagnostics
internal import MathCore

let naiveBayesFunction = Builtin(
  "naive_bayes", ["X", "y", .init("var_smoothing", .number(1e-9))],
  "Classes with independent normal features: priors, means, variances and densities of each class and feature, "
    + "posterior (and probability of the second of two classes), predict, predictions, accuracy.",
  Example("naive_bayes([1, 3, 7, 9], [0, 0, 1, 1]).posterior(5)", "[0.5 0.5]")
) { (evaluation, call) throws(Diagnostic) in
  let (data, labels) = try call.classifiedPoints()
  let smoothing = try call.penalty(2)
  let work = data.classCount * (4 * data.dimension + 30)
  try evaluation.chargeOperations(20 * data.dimension + work, times: data.count, at: call.place)
  let found = try call.checked { () throws(ArgumentError) in try NaiveBayes(data, smoothing: smoothing) }
  let posterior = ModelFunction("naive_bayes.posterior", found.posterior, isVector: true, work: work)
  let predictions = chosenClasses(
    scores: found.posterior.values(atRows: data.points.elements), perRow: data.classCount,
    classCount: data.classCount)
  let densities = zip(found.means, found.variances).map { means, variances in
    Value.list(
      zip(means, variances).map { mean, variance in
        .distribution(
          DistributionValue(
            name: "normal", type: Normal.self,
            parameters: [.number(mean), .number(variance.squareRoot())]))
      })
  }
  return .record(
    "naive Bayes classifier",
    [
      ("priors", .vector(found.priors)), ("means", .matrix(found.means, columns: data.dimension)),
      ("variances", .matrix(found.variances, columns: data.dimension)), ("densities", .list(densities)),
    ] + labels.fields(predictions: predictions)
      + labels.fields(of: posterior, named: "posterior", learner: "naive_bayes"))
}
