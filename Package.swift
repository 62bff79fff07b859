// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The reference LAPACK within the program.
///
/// So it costs no millisecond of loading, and gives the same bits whichever BLAS a machine prefers. The
/// order is the linker's: each archive before those that it needs.
let lapack: [LinkerSetting] =
  [
    .unsafeFlags(["-L/usr/lib/x86_64-linux-gnu/lapack", "-L/usr/lib/x86_64-linux-gnu/blas"])
  ]
  + [":liblapacke.a", ":liblapack.a", ":libblas.a", ":libgfortran.a", ":libquadmath.a"]
  .map { .linkedLibrary($0) }

/// What pictures are painted with, and the finder of installed fonts, within the program.
///
/// Cairo's shared library would load eleven others at every start, most of them X11's. With fontconfig's,
/// YAML's and libdeflate's these are sixteen, and take 1.4 of the 5.9 ms of processor time that
/// `onepicture --version` needs. HarfBuzz loads FreeType, libpng and zlib anyway. One list for all rooms that
/// need some of it, because Cairo calls fontconfig and the order is the linker's.
let cairo: [LinkerSetting] = [
  ":libcairo.a", ":libpixman-1.a", ":libfontconfig.a", ":libexpat.a", "freetype", "png16", "z",
].map { .linkedLibrary($0) }

/// A Swift target of the product; `dependencies` only ever name targets listed above it.
func room(
  _ name: String, _ dependencies: [Target.Dependency], _ libraries: [LinkerSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: strict,
    // Swift's own floating-point functions call the C library's.
    linkerSettings: libraries + [.linkedLibrary("m")])
}

/// The tests of one target, with fixtures that are read from the source tree and not copied.
func tests(_ name: String, _ dependencies: [Target.Dependency], fixtures: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], exclude: fixtures,
    swiftSettings: strict)
}

let package = Package(
  name: "OnePicture",
  products: [
    .library(name: "OnePicture", targets: ["OnePicture"]),
    .executable(name: "onepicture", targets: ["OnePictureCLI"]),
  ],
  targets: [
    // System libraries. Their Debian packages are listed once, in the Makefile (`make deps`).
    .systemLibrary(name: "CCairo", pkgConfig: "freetype2"),
    .systemLibrary(name: "CDeflate"),
    .systemLibrary(name: "CExpat"),
    .systemLibrary(name: "CFontconfig"),
    .systemLibrary(name: "CFriBidi"),
    .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz"),
    .systemLibrary(name: "CLAPACK"),
    .systemLibrary(name: "CNettle"),
    .systemLibrary(name: "CSLEEF", pkgConfig: "sleef"),
    .systemLibrary(name: "CWebP"),
    .systemLibrary(name: "CYAML"),

    // The rooms, in the one direction in which data flows.
    .target(
      name: "Kernels", dependencies: ["CSLEEF"],
      // Block kernels are the inner loops: optimized in debug builds too, and without contraction
      // so that every instruction set gives the same bits. The instruction set named here is what
      // Clang passes vectors in registers for; Kernels.c takes it back where it may not be used.
      cSettings: [
        .unsafeFlags([
          "-O3", "-mavx512f", "-mavx512dq", "-ffp-contract=off", "-fno-math-errno", "-Wall",
          "-Wextra", "-Werror",
        ])
      ],
      linkerSettings: [.linkedLibrary("sleef")]),
    room("Diagnostics", []),
    room("Geometry", []),
    .target(
      name: "MathCore", dependencies: ["Diagnostics", "Kernels", "CDeflate", "CLAPACK"],
      swiftSettings: strict,
      linkerSettings: lapack + [.linkedLibrary(":libdeflate.a"), .linkedLibrary("m")]),
    room("Expressions", ["Diagnostics", "MathCore"]),
    room("Formulas", ["Diagnostics"]),
    room("SceneFiles", ["Diagnostics", "Formulas", "CYAML"], [.linkedLibrary(":libyaml.a")]),
    room("Drawing", ["Diagnostics", "Geometry", "Formulas"]),
    .target(
      name: "Typesetting",
      dependencies: [
        "Diagnostics", "Geometry", "Formulas", "Drawing", "CFontconfig", "CFriBidi", "CHarfBuzz",
      ],
      swiftSettings: strict,
      // FriBidi within the program: labels that need it are rare, and every start would load it.
      linkerSettings: [.linkedLibrary(":libfribidi.a"), .linkedLibrary("m")] + cairo),
    room(
      "Figures",
      [
        "Diagnostics", "SceneFiles", "MathCore", "Expressions", "Formulas", "Geometry", "Drawing",
      ]),
    room(
      "Rendering",
      ["Diagnostics", "Kernels", "Geometry", "Drawing", "CCairo", "CDeflate", "CExpat", "CWebP"],
      cairo + [":libdeflate.a", ":libwebp.a"].map { .linkedLibrary($0) }),
    room(
      "OnePicture",
      [
        "Diagnostics", "SceneFiles", "MathCore", "Expressions", "Formulas", "Geometry", "Drawing",
        "Typesetting", "Figures", "Rendering", "CNettle",
      ], [.linkedLibrary(":libnettle.a")]),
    .executableTarget(
      name: "OnePictureCLI", dependencies: ["OnePicture", "Diagnostics"], swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "OnePicture", "MathCore", "Expressions", "Diagnostics", "Formulas", "Geometry", "Drawing",
        "Typesetting",
        "Rendering",
      ],
      swiftSettings: strict),

    // Hostile use of expressions and labels, by the tests and by libFuzzer.
    .target(
      name: "ExpressionProbe", dependencies: ["Expressions", "MathCore", "Diagnostics"],
      path: "Tests/ExpressionProbe", swiftSettings: strict),
    .target(
      name: "LabelProbe", dependencies: ["Formulas", "Typesetting", "Drawing", "Geometry", "Diagnostics"],
      path: "Tests/LabelProbe", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("Diagnostics", ["Diagnostics"]),
    tests("Geometry", ["Geometry"]),
    tests(
      "MathCore", ["MathCore", "Diagnostics", "Kernels"], fixtures: ["Oracles", "Tables/Files"]),
    tests(
      "Expressions", ["Expressions", "ExpressionProbe", "MathCore", "Diagnostics"],
      fixtures: ["Oracles", "WrongPrograms"]),
    tests("SceneFiles", ["SceneFiles", "Diagnostics"], fixtures: ["BadScenes"]),
    tests("Formulas", ["Formulas", "Diagnostics"]),
    tests("Drawing", ["Drawing", "Geometry", "Formulas", "Diagnostics"]),
    tests(
      "Typesetting",
      ["Typesetting", "LabelProbe", "Formulas", "Drawing", "Geometry", "Diagnostics"],
      fixtures: ["Fonts"]),
    tests(
      "Figures",
      [
        "Figures", "SceneFiles", "MathCore", "Expressions", "Formulas", "Geometry", "Drawing",
        "Diagnostics",
      ], fixtures: ["BadScenes"]),
    tests(
      "Rendering",
      ["Rendering", "Typesetting", "Formulas", "Drawing", "Geometry", "Diagnostics", "CDeflate"],
      fixtures: ["Golden"]),
    tests(
      "Scene",
      ["OnePicture", "Figures", "Formulas", "Drawing", "Rendering", "Diagnostics", "Geometry"],
      fixtures: ["Golden"]),
    tests("Command", ["OnePicture"]),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz` looks for crashes with libFuzzer, whose main function no other build can bear.
if let subject = Context.environment["ONEPICTURE_FUZZ"] {
  package.targets += [
    .target(name: "FuzzingDriver", path: "Tests/Fuzzing/Driver", swiftSettings: strict),
    .executableTarget(
      name: "Fuzzer", dependencies: ["FuzzingDriver", "ExpressionProbe", "LabelProbe"],
      path: "Tests/Fuzzing/\(subject)", exclude: ["models.txt", "tokens.txt"], swiftSettings: strict,
      // The default linker fails on libFuzzer's archive.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ]
}
