import MathCore
import Testing

/// The first numbers of NumPy 2.4 after `np.random.seed(seed)`.
private struct Row: Sendable, CustomTestStringConvertible {
  var seed: UInt32
  var normal: [Double]
  var unit: [Double]
  var dice: [UInt64]
  var wide: [UInt64]
  var permutation: [Int]

  var testDescription: String { "seed \(seed)" }

  static let all = [
    Row(
      seed: 0,
      normal: [
        0x1.c398ef3e5cfa5p+0, 0x1.99c2cfacc8953p-2, 0x1.f51d25222c9abp-1, 0x1.1ed5969e3314ep+1,
        0x1.de1847cb13ddap+0,
      ],
      unit: [0x1.18fe1565f12a8p-1, 0x1.6e2d4cf608733p-1, 0x1.349d66b6e894bp-1, 0x1.16faedb6395f5p-1],
      dice: [12, 15, 21, 0, 3, 3, 7, 9, 19, 21],
      wide: [741280623151, 506137267392, 841157541223, 41332891347],
      permutation: [6, 11, 4, 10, 2, 8, 1, 7, 9, 3, 0, 5]),
    Row(
      seed: 1,
      normal: [
        0x1.9fd5190657c50p+0, -0x1.393822fb7d9adp-1, -0x1.0e6c872548fd2p-1, -0x1.12ae1255cb80cp+0,
        0x1.bb16b5735117dp-1,
      ],
      unit: [0x1.ab07d0ffa3c06p-2, 0x1.70ce5f3baf051p-1, 0x1.dfb906661c000p-14, 0x1.3596ab7fe08f4p-2],
      dice: [5, 11, 12, 8, 9, 11, 5, 15, 0, 16],
      wide: [163196666091, 1095766950793, 876169207429, 620178591873],
      permutation: [2, 3, 4, 10, 1, 6, 0, 7, 11, 9, 8, 5]),
    Row(
      seed: 42,
      normal: [
        0x1.fca2a28a9307cp-2, -0x1.1b2a505de052ap-3, 0x1.4b9dd50245e68p-1, 0x1.85e548e01aa2bp+0,
        -0x1.df8bcdf57a640p-3,
      ],
      unit: [0x1.7f8771e5f51ecp-2, 0x1.e6c4068bbd654p-1, 0x1.76c7e8f1e6751p-1, 0x1.32835d6632cb0p-1],
      dice: [6, 19, 14, 10, 7, 20, 6, 18, 10, 10],
      wide: [441507790259, 458615280711, 810017303572, 440001501305],
      permutation: [10, 9, 0, 8, 5, 2, 1, 11, 4, 7, 3, 6]),
    Row(
      seed: 4294967295,
      normal: [
        0x1.4bfc38c486d8ap-1, 0x1.56b192e507eeep-1, -0x1.149e836f192fdp+0, 0x1.23543dec5a0fcp-2,
        0x1.d27bf27c6aaafp-4,
      ],
      unit: [0x1.8fe69a3924820p-4, 0x1.d323d824032b1p-1, 0x1.93fc6f61af3f9p-1, 0x1.8f5ca1b151c07p-1],
      dice: [3, 2, 12, 7, 20, 0, 0, 18, 11, 11],
      wide: [53956357191, 922432766458, 547627168379, 1042369230955],
      permutation: [11, 8, 5, 9, 1, 10, 6, 0, 4, 7, 2, 3]),
  ]
}

@Suite struct NumPyRandomStateTests {
  @Test(arguments: Row.all)
  private func `The numbers are NumPy's, bit for bit`(_ row: Row) {
    var state = NumPyRandomState(seed: row.seed)
    #expect(row.normal.map { _ in state.normal() } == row.normal)
    state = NumPyRandomState(seed: row.seed)
    #expect(row.unit.map { _ in state.unit() } == row.unit)
    state = NumPyRandomState(seed: row.seed)
    #expect(row.dice.map { _ in state.whole(upTo: 21) } == row.dice)
    state = NumPyRandomState(seed: row.seed)
    #expect(row.wide.map { _ in state.whole(upTo: (1 << 40) + 6) } == row.wide)
    state = NumPyRandomState(seed: row.seed)
    #expect(state.permutation(12) == row.permutation)
  }

  /// FNV-1a over the bytes of numbers, little end first.
  private func digest(_ numbers: some Sequence<Double>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for number in numbers {
      for byte in 0..<8 {
        hash = (hash ^ (number.bitPattern >> (8 * UInt64(byte)) & 0xFF)) &* 0x100_0000_01B3
      }
    }
    return hash
  }

  // The digests are of what NumPy draws, an odd number of normal numbers across several refills.
  @Test(
    arguments: [
      (1, 0x76CA_3958_D54F_0AAF, 0xB242_7B6F_D10C_7CD4),
      (12345, 0xBE7C_DE8C_E475_A12B, 0x5ABE_97CE_45A3_0BEC),
    ] as [(UInt32, UInt64, UInt64)])
  func `So are a thousand of them`(_ seed: UInt32, _ normal: UInt64, _ permutation: UInt64) {
    var state = NumPyRandomState(seed: seed)
    #expect(digest((0..<1001).map { _ in state.normal() }) == normal)
    state = NumPyRandomState(seed: seed)
    #expect(digest(state.permutation(1000).map(Double.init)) == permutation)
  }

  @Test func `Nothing to choose from takes no draw`() {
    var state = NumPyRandomState(seed: 1)
    #expect(state.whole(upTo: 0) == 0)
    #expect(state == NumPyRandomState(seed: 1))
    #expect(state.permutation(0) == [] && state.permutation(1) == [0])
  }
}

@Suite struct XoshiroTests {
  // Source: the algorithm written anew in Python.
  @Test func `The generator is xoshiro256** seeded by SplitMix64`() {
    var generator = Xoshiro256(seed: 1)
    #expect(
      (0..<4).map { _ in generator.next() } == [
        12_966_619_160_104_079_557, 9_600_361_134_598_540_522, 10_590_380_919_521_690_900,
        7_218_738_570_589_545_383,
      ])
  }

  @Test func `Draws stay within their bounds and reach all of them`() {
    var generator = Xoshiro256(seed: 9)
    var seen = Set<UInt64>()
    for _ in 0..<1000 {
      seen.insert(generator.whole(below: 7))
      #expect((0..<1).contains(generator.unit()))
      let open = generator.openUnit()
      #expect(0 < open && open < 1)
    }
    #expect(seen == Set(0..<7))
    #expect(generator.whole(below: 1) == 0)
    #expect(generator.drawn(5, of: 5).sorted() == [0, 1, 2, 3, 4])
    #expect(Set(generator.drawn(50, of: 100)).count == 50)
    #expect(generator.drawn(3, of: 0) == [])
  }
}
