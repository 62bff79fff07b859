import Testing

/// The cases of `learners.json` that statistics are in; each has the fields of its kind.
struct StatisticsOracle: Decodable {
  struct Case: Decodable {
    var what: String
    var a: [Double]?
    var b: [Double]?
    var at: [Double]?
    var scores: [Double]?
    var labels: [Int]?
    var fpr: [Double]?
    var tpr: [Double]?
    var auc: Double?
    var confusion: [[Int]]?
    var density: [Double]?
    var table: [[Double]]?
    var mu0: Double?
    var t: Double?
    var chi2: Double?
    var df: Double?
    var p: Double?
    var pearson: Double?
    var spearman: Double?
    var covariance: [[Double]]?

    enum CodingKeys: String, CodingKey {
      case what, a, b, at, scores, labels, fpr, tpr, auc, density, table, mu0, t, chi2, df, p, pearson
      case spearman, covariance
      case confusion = "confusion_at_0_[row=true]"
    }
  }
  /// `x` is a vector in some cases and a matrix in others, which are not statistics.
  struct Points: Decodable { var x: [Double]? }
  /// What cannot be read is a case of another kind.
  struct Row: Decodable {
    var content: Case?
    var x: [Double]?
    init(from decoder: any Decoder) {
      content = try? Case(from: decoder)
      x = (try? Points(from: decoder))?.x
    }
  }
  var cases: [Row]

  /// The case of that name, and its `x`.
  static func row(_ what: String) throws -> (content: Case, x: [Double]) {
    let cases = try oracle("learners.json", as: StatisticsOracle.self).cases
    let row = try #require(cases.first { $0.content?.what == what })
    return (try #require(row.content), row.x ?? [])
  }
}
