/// The class that scores speak for: of one score, the second class where it is positive, else the first;
/// of several, the class with the largest score, the first of those that are equal.
///
/// `classes` are the numbers that stand for the classes.
package func chosenClass<Scores: RandomAccessCollection>(
  _ scores: Scores, of classes: [Double]
) -> Scores.Element where Scores.Element: RealNumber, Scores.Index == Int {
  let start = scores.startIndex
  var best = scores[start]
  var choice = best.constant(classes[0])
  guard scores.count > 1 else {
    guard classes.count > 1 else { return choice }
    let isPositive = best.constant(0).applying(.less, with: best)
    return isPositive.choosing(best.constant(classes[1]), else: choice)
  }
  for place in 1..<classes.count {
    let score = scores[start + place]
    let isBetter = best.applying(.less, with: score)
    choice = isBetter.choosing(score.constant(classes[place]), else: choice)
    best = isBetter.choosing(score, else: best)
  }
  return choice
}

/// The classes, from 0, that scores by rows speak for, `count` to a row.
package func chosenClasses(scores: [Double], perRow count: Int, classCount: Int) -> [Int] {
  let classes = (0..<classCount).map(Double.init)
  return stride(from: 0, to: scores.count, by: count).map { start in
    Int(chosenClass(scores[start..<start + count], of: classes))
  }
}

/// The share of predictions that are right.
package func accuracy(of predictions: [Int], on classes: [Int]) -> Double {
  Double(zip(predictions, classes).count { $0 == $1 }) / Double(classes.count)
}
