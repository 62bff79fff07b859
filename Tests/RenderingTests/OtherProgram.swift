import Foundation

/// A program that is not ours and reads what we write; tests that need it are left out where it is missing.
struct OtherProgram {
  let path: String

  static let pdfText = OtherProgram(path: "/usr/bin/pdftotext")
  static let pdfFonts = OtherProgram(path: "/usr/bin/pdffonts")
  static let pdfInfo = OtherProgram(path: "/usr/bin/pdfinfo")
  static let pdfDetach = OtherProgram(path: "/usr/bin/pdfdetach")
  static let ffmpeg = OtherProgram(path: "/usr/bin/ffmpeg")
  static let ffprobe = OtherProgram(path: "/usr/bin/ffprobe")
  static let webpInfo = OtherProgram(path: "/usr/bin/webpinfo")
  static let webpMux = OtherProgram(path: "/usr/bin/webpmux")
  static let webpDecoder = OtherProgram(path: "/usr/bin/dwebp")
  static let svgConverter = OtherProgram(path: "/usr/bin/rsvg-convert")

  var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// What it writes to standard output when it gets the name of a file with these bytes, then the words.
  func output(reading bytes: [UInt8], _ words: String...) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "onepicture-\(UUID())")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try output([file.path] + words)
  }

  /// What it writes to standard output when it gets the words.
  func output(_ words: [String]) throws -> [UInt8] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = words
    process.standardOutput = output
    try process.run()
    let result = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return [UInt8](result)
  }
}
