import Diagnostics
import Drawing
import Figures
import Rendering

/// Paints pictures of a film in any order, fastest in theirs; on one thread.
public final class FilmPainter {
  private let film: Film
  private let painter: FramePainter

  init(of film: Film) {
    self.film = film
    painter = FramePainter(options: RenderOptions(scale: film.scale))
  }

  /// Paints a frame, and returns what is legal in it but probably not meant; throws what is wrong with it.
  @discardableResult
  public func paint(_ frame: Int) throws(SceneError) -> [Problem] {
    let (list, warnings): (DisplayList, [Diagnostic])
    do {
      (list, warnings) = try film.content.value.drawn(at: frame)
    } catch {
      throw SceneError(error, in: film.source, named: film.name)
    }
    do { try painter.paint(list) } catch { throw SceneError(error) }
    return warnings.map { Problem($0, in: film.source, named: film.name) }
  }

  /// The bytes of a PNG file of the frame painted last.
  public func png() throws(SceneError) -> [UInt8] {
    do { return try painter.png() } catch { throw SceneError(error) }
  }
}
