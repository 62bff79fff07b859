import Diagnostics
import Testing

@testable import MathCore

@Suite struct NumPyTests {
  @Test(arguments: ["stored.npz", "deflated.npz"])
  func `Every type, order and rank is read`(_ name: String) throws {
    guard case .tensors(let tensors) = try content(try TableFiles.bytes(name), named: name) else {
      Issue.record("expected arrays")
      return
    }
    #expect(tensors.count == 4 * 12 * 4)
    let shapes = [[5], [3, 4], [2, 3, 4], [2, 1, 3, 2]]
    for (name, tensor) in tensors {
      let parts = name.split(separator: "_")
      #expect(tensor.shape == shapes[(Int(parts[3]) ?? 1) - 1], "\(name)")
      let expected = (0..<tensor.count).map { n -> Double in
        switch name.first {
        case "f": Double(n) / 4 - 3
        case "i": Double(n) - 3
        case "u": Double(n)
        default: n % 3 == 0 ? 1 : 0
        }
      }
      #expect(tensor.elements == expected, "\(name)")
      #expect(tensor.isTruth == name.hasPrefix("b"))
    }
  }

  private func tensor(_ name: String, rows: Int? = nil) throws -> Tensor {
    guard case .tensor(let tensor) = try content(try TableFiles.bytes(name), named: name, { $0.rows = rows })
    else { throw Diagnostic("no array") }
    return tensor
  }

  @Test func `Other headers are read`() throws {
    #expect(try tensor("version-2.npy") == Tensor(shape: [2, 3], elements: [0, 1, 2, 3, 4, 5]))
    #expect(try tensor("single.npy") == Tensor(2.5))
    #expect(try tensor("empty.npy") == Tensor(shape: [0, 3], elements: []))
    #expect(try tensor("version-2.npy", rows: 1) == Tensor(shape: [1, 3], elements: [0, 1, 2]))
    #expect(try tensor("extremes.npy").elements == [9007199254740992, -0x1p63, 0x1p63])
  }

  @Test func `Rows bound every array`() throws {
    let bytes = try TableFiles.bytes("stored.npz")
    guard case .tensors(let tensors) = try content(bytes, named: "a.npz", { $0.rows = 1 }) else { return }
    for (name, tensor) in tensors {
      #expect(tensor.shape[0] == 1)
      let expected = (0..<tensor.count).map { name.hasPrefix("f") ? Double($0) / 4 - 3 : Double($0) }
      if "fu".contains(name.prefix(1)) { #expect(tensor.elements == expected, "\(name)") }
    }
  }

  @Test func `Other members of an archive are left out`() throws {
    guard case .tensors(let tensors) = try content(try TableFiles.bytes("strange.npz"), named: "strange.npz")
    else { return }
    #expect(tensors.map(\.name) == ["a_folder_my_array"])
  }

  static let bad: [(String, String)] = [
    ("texts.npy", "expected numbers or truth, found elements of the type '<U1'"),
    ("complex.npy", "expected numbers or truth, found elements of the type '<c16'"),
    ("fields.npy", "expected numbers or truth, found rows of named fields"),
    ("axes.npy", "expected at most 4 axes, found 5"),
  ]

  @Test(arguments: bad) func `What is no box of numbers is told`(_ name: String, _ message: String) throws {
    let bytes = try TableFiles.bytes(name)
    let error = #expect(throws: Diagnostic.self) { try content(bytes, named: name) }
    #expect(error?.message == "'\(name)': \(message)")
  }

  @Test func `Every truncated array is told`() throws {
    let bytes = try TableFiles.bytes("version-2.npy")
    for count in 0..<bytes.count {
      let error = #expect(throws: Diagnostic.self) { try content(Array(bytes[..<count]), named: "a.npy") }
      #expect(error?.message.contains("truncated") == true, "\(count): \(error?.message ?? "")")
    }
    let error = #expect(throws: Diagnostic.self) { try content(bytes + [0, 0], named: "a.npy") }
    #expect(error?.message.hasSuffix("found 2 more behind the numbers") == true)
  }

  @Test func `Every truncated archive is told`() throws {
    let bytes = try TableFiles.bytes("strange.npz")
    for count in 0..<bytes.count {
      #expect(throws: Diagnostic.self) { try content(Array(bytes[..<count]), named: "a.npz") }
    }
  }

  @Test func `Memory is bounded before it is used`() throws {
    let bytes = try TableFiles.bytes("deflated.npz")
    let error = #expect(throws: Diagnostic.self) { try content(bytes, named: "a.npz") { $0.memory = 100 } }
    #expect(error?.message.contains("needs more memory than the 100 bytes") == true)
    let huge =
      [0x93] + Array("NUMPY".utf8) + [1, 0, 80, 0]
      + Array("{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904, 4)}".utf8)
    let padded = huge + [UInt8](repeating: 0x20, count: 90 - huge.count)
    #expect(throws: Diagnostic.self) { try content(padded, named: "a.npy") }
  }
}
