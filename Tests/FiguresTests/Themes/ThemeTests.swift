import Diagnostics
import Drawing
import TestSupport
import Testing

@testable import Figures

@Suite struct ThemeTests {
  private func theme(_ name: String) throws -> Theme { try themes.entry(named: name, at: nil) }

  private static let colored = Role.allCases.filter { $0 != .highlight && $0 != .muted }

  @Test(arguments: themes.names)
  func textIsReadable(_ name: String) throws {
    let theme = try theme(name)
    let ground = SeenColor(theme.ground)
    for color in [theme.ink, theme.quietInk] {
      #expect(SeenColor(color).contrast(with: ground) >= 4.5)
    }
    // Titles are the loudest, grid lines barely there.
    #expect(SeenColor(theme.ink).contrast(with: ground) > SeenColor(theme.quietInk).contrast(with: ground))
    #expect(SeenColor(theme.faintInk).contrast(with: ground) < 1.5)
  }

  @Test(arguments: themes.names, Role.allCases)
  func marksStandOutFromTheGround(_ name: String, _ role: Role) throws {
    let theme = try theme(name)
    #expect(SeenColor(theme.color(of: role)).contrast(with: SeenColor(theme.ground)) >= 3)
  }

  /// The search for the palettes found 0.083 on light and 0.134 on dark, before rounding to bytes.
  ///
  /// The eight grays of print lie 0.07 apart, for eyes of any kind.
  @Test(arguments: [("light", 0.081), ("dark", 0.132), ("print", 0.07)], Sight.allCases)
  func rolesAreToldApart(_ theme: (name: String, distance: Double), _ sight: Sight) throws {
    let colors = try Self.colored.map { role in
      (role: role, color: SeenColor(try self.theme(theme.name).color(of: role)).seen(by: sight))
    }
    for (index, one) in colors.enumerated() {
      for other in colors[..<index] {
        let distance = one.color.distance(to: other.color)
        #expect(distance >= theme.distance, "\(one.role) and \(other.role): \(distance)")
      }
    }
  }

  /// Code can be read on the ground and on the band behind a highlighted line.
  @Test(arguments: themes.names)
  func codeIsReadable(_ name: String) throws {
    let theme = try theme(name)
    let grounds = [theme.ground, theme.ground.mixed(with: theme.ink, CodeStyle.bandOpacity)]
    for color in theme.syntax.all + [theme.ink, theme.quietInk] {
      for ground in grounds {
        #expect(SeenColor(color).contrast(with: SeenColor(ground)) >= 4.5, "\(color)")
      }
    }
  }

  /// Symbols stand out of code: no color of syntax looks like a role's, or is as colorful as most of them.
  @Test(arguments: themes.names, Sight.allCases)
  func syntaxIsToldFromRoles(_ name: String, _ sight: Sight) throws {
    let theme = try theme(name)
    let roles = Self.colored.map { SeenColor(theme.readable(theme.color(of: $0))) }
    for color in theme.syntax.all.map({ SeenColor($0) }) {
      for role in roles {
        let distance = color.seen(by: sight).distance(to: role.seen(by: sight))
        // In print, role and syntax are both gray: there, only what stands beside the code tells.
        if !theme.isGray { #expect(distance >= (sight == .normal ? 0.065 : 0.05)) }
      }
      #expect(color.chroma <= 0.075)
    }
    if !theme.isGray { #expect(roles.filter { $0.chroma >= 0.1 }.count >= roles.count - 1) }
  }

  /// A color computed from lightness, chroma and hue has them.
  @Test func oklchIsWhatOKLabMeasures() {
    for hue in stride(from: 0.0, to: 360, by: 20) {
      let seen = SeenColor(OKLCH(0.65, 0.09, hue).color)
      let lab = seen.oklab
      #expect(isClose(lab[0], 0.65, within: 0, absolute: 2e-3))
      #expect(isClose((lab[1] * lab[1] + lab[2] * lab[2]).squareRoot(), 0.09, within: 0, absolute: 2e-3))
    }
    // Chroma that no screen has is lowered, lightness kept.
    let vivid = OKLCH(0.5, 0.4, 150).color
    #expect([vivid.red, vivid.green, vivid.blue].allSatisfy { 0...1 ~= $0 })
    #expect(isClose(SeenColor(vivid).oklab[0], 0.5, within: 0, absolute: 3e-3))
    #expect(OKLCH(1, 0, 0).color.red > 0.999)
    #expect(OKLCH(0, 0.2, 90).color.red < 0.01)
  }

  @Test func everyRoleHasItsName() {
    #expect(roles.names.count == Role.allCases.count)
    for role in Role.allCases { #expect(roles[role.rawValue] == role) }
  }
}

extension SyntaxColors {
  fileprivate var all: [Color] { [keyword, string, number, comment, definition] }
}

extension SeenColor {
  /// Distance from gray in OKLab.
  fileprivate var chroma: Double { (oklab[1] * oklab[1] + oklab[2] * oklab[2]).squareRoot() }
}

extension Color {
  /// The color that a layer of another lets through, as it is painted: mixed in sRGB.
  fileprivate func mixed(with other: Color, _ share: Double) -> Color {
    Color(
      red: red + (other.red - red) * share, green: green + (other.green - green) * share,
      blue: blue + (other.blue - blue) * share)
  }
}
