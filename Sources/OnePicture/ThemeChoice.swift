import Diagnostics
import Figures
import SceneFiles

/// The theme of that name, or the one that a theme file describes.
func chosenTheme(_ name: String) throws(SceneError) -> Theme {
  guard Theme.isPath(name) else {
    do {
      return try themes.entry(named: name, at: nil)
    } catch {
      throw SceneError(error)
    }
  }
  let bytes: [UInt8]
  do {
    bytes = try contents(ofFile: name)
  } catch {
    throw SceneError(error)
  }
  do {
    return try Theme(decoding: parseYAML(bytes, file: name))
  } catch {
    throw SceneError(error, in: bytes, named: name)
  }
}

/// The canvas of that name.
func chosenCanvas(_ name: String) throws(SceneError) -> Canvas {
  do {
    return try canvases.entry(named: name, at: nil)
  } catch {
    throw SceneError(error)
  }
}
