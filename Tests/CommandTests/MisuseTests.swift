import Foundation
import Testing

/// Command lines that make no sense: exit status 2, a hint, and nothing done.
@Suite struct MisuseTests {
  struct Misuse: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var errors: String

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases = [
    Misuse(
      arguments: ["rendr", "a.yaml"],
      errors: "error: unknown command 'rendr'\n  help: did you mean 'render'?\n"),
    Misuse(
      arguments: ["a.yaml"], errors: "error: 'a.yaml' is not a command\n  help: onepicture render a.yaml\n"),
    Misuse(arguments: ["render"], errors: "error: no scene given\n  help: onepicture render --help\n"),
    Misuse(arguments: ["check", "-v"], errors: "error: no scene given\n  help: onepicture check --help\n"),
    Misuse(
      arguments: ["render", "--scael", "2", "a.yaml"],
      errors: "error: unknown option '--scael' of render\n  help: did you mean '--scale'?\n"),
    Misuse(
      arguments: ["render", "-x", "a.yaml"],
      errors: "error: unknown option '-x' of render\n  help: onepicture render --help\n"),
    Misuse(
      arguments: ["render", "a.yaml", "--scale=20"],
      errors: "error: --scale: expected a number from 0.1 to 10, found '20'\n"),
    Misuse(
      arguments: ["render", "a.yaml", "--scale", "nan"],
      errors: "error: --scale: expected a number from 0.1 to 10, found 'nan'\n"),
    Misuse(
      arguments: ["render", "a.yaml", "--scale", "-1"],
      errors: "error: --scale: expected a number from 0.1 to 10, found '-1'\n"),
    Misuse(
      arguments: ["render", "a.yaml", "--scale"], errors: "error: --scale needs a value: --scale NUMBER\n"),
    Misuse(
      arguments: ["render", "--theme", "--quiet", "a.yaml"],
      errors: "error: --theme needs a value: --theme NAME\n"),
    Misuse(arguments: ["render", "a.yaml", "--quiet=1"], errors: "error: --quiet takes no value\n"),
    Misuse(
      arguments: ["render", "a.yaml", "--theme", "drak"],
      errors: "error: unknown theme 'drak'\n  help: did you mean 'dark'?\n"),
    Misuse(
      arguments: ["render", "a.yaml", "-f", "png,pgn"],
      errors: "error: unknown format 'pgn'\n  help: did you mean 'png'?\n"),
    Misuse(
      arguments: ["render", "a.yaml", "-o", "a.gif"],
      errors:
        "error: unknown format 'gif' of 'a.gif'\n  help: known: png, svg, pdf; a folder's name ends in '/'\n"),
    Misuse(
      arguments: ["render", "a.yaml", "-o", "a.png", "-f", "svg"],
      errors: "error: 'a.png' is one png file, which does not fit --format\n"),
    Misuse(
      arguments: ["render", "a.yaml", "-o", "-", "-f", "png,svg"],
      errors: "error: standard output takes one format\n"),
    Misuse(
      arguments: ["render", "a.yaml", "b.yaml", "-o", "a.png"],
      errors: "error: 'a.png' is one file, but there are 2 scenes\n  help: give -o a folder\n"),
    Misuse(
      arguments: ["render", "x/a.yaml", "y/a.yaml"],
      errors: "error: 'x/a.yaml' and 'y/a.yaml' would both become 'a.png'\n"
        + "  help: render them one by one with -o, or give the folder above them\n"),
    Misuse(
      arguments: ["list", "mark"], errors: "error: unknown family 'mark'\n  help: did you mean 'marks'?\n"),
    Misuse(arguments: ["list", "marks", "themes"], errors: "error: list takes one family at a time\n"),
    Misuse(arguments: ["eval"], errors: "error: no expression given\n  help: onepicture eval --help\n"),
    Misuse(
      arguments: ["eval", "1", "-"],
      errors: "error: '-' stands alone: expressions come from standard input or from the command line\n"),
    Misuse(
      arguments: ["eval", "-s", "-", "-"],
      errors: "error: standard input is either the scene or the expressions\n"),
    Misuse(
      arguments: ["eval", "-x"],
      errors: "error: unknown option '-x' of eval\n  help: onepicture eval --help\n"),
    Misuse(arguments: ["farm"], errors: "error: no scene given\n  help: onepicture farm --help\n"),
    Misuse(
      arguments: ["farm", "-"],
      errors: "error: standard input reaches one machine only\n  help: give the scene as a file\n"),
    Misuse(
      arguments: ["farm", "a.yaml", "--shards", "0"],
      errors: "error: --shards: expected a whole number from 1 to 1000, found '0'\n"),
    Misuse(
      arguments: ["farm", "a.yaml", "--jobs", "many"],
      errors: "error: --jobs: expected a whole number from 1 to 1024, found 'many'\n"),
    Misuse(
      arguments: ["farm", "a.yaml", "--time", "20 minutes"],
      errors: "error: --time: expected a length such as 20 (minutes), 2:00:00 or 1-12 (days and hours), "
        + "found '20 minutes'\n"),
    Misuse(
      arguments: ["farm", "a.yaml", "--partition", "a b"],
      errors: "error: --partition: expected names with commas between, found 'a b'\n"),
    Misuse(
      arguments: ["farm", "a.yaml", "--sbatch", "mem=2G"],
      errors: "error: --sbatch: expected options such as \"--mem=2G\", found 'mem=2G'\n"),
    Misuse(
      arguments: ["farm", "a.yaml", "--sbatch", "--dry-run"],
      errors: "error: --sbatch needs a value: --sbatch OPTIONS\n"),
    Misuse(
      arguments: ["farm", "a.yaml", "--dry-run", "--wait"],
      errors: "error: --dry-run submits nothing: leave out --wait\n"),
    Misuse(
      arguments: ["film", "a.yaml", "--frames", "3,x"],
      errors: "error: --frames: expected frames such as 0..99,150 or 200.., found 'x'\n"
        + "  help: frames count from 0, and a range has both its ends\n"),
    Misuse(
      arguments: ["film", "a.yaml", "--frames", "9..3"],
      errors: "error: --frames: '9..3' ends before it begins\n"),
    Misuse(
      arguments: ["film", "a.yaml", "--every", "0"],
      errors: "error: --every: expected a whole number from 1, found '0'\n"),
    Misuse(
      arguments: ["film", "a.yaml", "--jobs", "0"],
      errors: "error: --jobs: expected a whole number from 1 to 1024, found '0'\n"),
    Misuse(
      arguments: ["film", "a.yaml", "--shard", "3"],
      errors: "error: --shard: expected a part such as 3/8, found '3'\n"
        + "  help: write --shard 3/8 for the third of eight parts\n"),
    Misuse(
      arguments: ["film", "a.yaml", "--shard", "0/8"],
      errors: "error: --shard: expected a part from 1/8 to 8/8, found '0/8'\n"
        + "  help: write --shard 3/8 for the third of eight parts\n"),
    Misuse(
      arguments: ["film", "a.yaml", "--shard", "9/8"],
      errors: "error: --shard: expected a part from 1/8 to 8/8, found '9/8'\n"
        + "  help: write --shard 3/8 for the third of eight parts\n"),
    Misuse(
      arguments: ["film", "a.yaml", "--shard", "3/0"],
      errors: "error: --shard: expected 1 to 1000000 parts, found '3/0'\n"
        + "  help: write --shard 3/8 for the third of eight parts\n"),
    Misuse(
      arguments: ["film", "f.yaml", "--frames", "8..12"],
      errors: "f.yaml: error: --frames: the film has no frame 12, its last one is 11\n"),
    Misuse(
      arguments: ["film", "f.yaml", "--frames", "900719925474099200000"],
      errors: "error: --frames: expected frames such as 0..99,150 or 200.., found '900719925474099200000'\n"
        + "  help: frames count from 0, and a range has both its ends\n"),
    Misuse(
      arguments: ["film", "f.yaml", "-o", "out.png"],
      errors: "error: unknown film format 'png' of 'out.png'\n"
        + "  help: frames go into a folder; a film in one PNG file ends in .apng\n"),
    Misuse(
      arguments: ["film", "f.yaml", "-f", "png,apgn"],
      errors: "error: unknown film format 'apgn'\n  help: did you mean 'apng'?\n"),
    Misuse(
      arguments: ["film", "f.yaml", "-o", "f.apng", "-f", "png"],
      errors: "error: 'f.apng' is one apng file, which does not fit --format\n"),
    Misuse(
      arguments: ["film", "f.yaml", "-o", "f.apng", "--shard", "1/2"],
      errors: "error: a shard has only a part of the frames, and cannot be encoded\n"
        + "  help: make the frames by shards, then give the same command without --shard\n"),
    Misuse(
      arguments: ["film", "x", "-o", "f.apng"],
      errors: "error: 'f.apng' is one file, but there may be several films\n  help: give -o a folder\n"),
    Misuse(
      arguments: ["film", "f.yaml", "--loop", "-1"],
      errors: "error: --loop: expected a whole number from 0 (forever) to 65535, found '-1'\n"),
    Misuse(
      arguments: ["film", "x/a.yaml", "y/a.yaml"],
      errors: "error: the frames of 'x/a.yaml' and 'y/a.yaml' would both go to 'Output/a'\n"
        + "  help: make them one by one with -o, or give the folder above them\n"),
    Misuse(
      arguments: ["help", "lst"], errors: "error: unknown command 'lst'\n  help: did you mean 'list'?\n"),
  ]

  @Test(arguments: cases)
  func isExplained(_ misuse: Misuse) throws {
    let workshop = try Workshop()
    for name in ["a.yaml", "b.yaml", "x/a.yaml", "y/a.yaml"] { try workshop.write(goodScene, to: name) }
    try workshop.write(filmScene(), to: "f.yaml")
    let before = workshop.files()
    let outcome = try workshop.run(misuse.arguments)
    #expect(outcome.errors == misuse.errors)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(workshop.files() == before)
  }

  @Test func nothingAtAllGetsTheOverview() throws {
    let outcome = try Workshop().run([])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("usage: onepicture COMMAND"))
  }
}
