/// How often each color stands in a frame, for formats that must choose their colors before they begin.
package struct FrameColors: Sendable {
  package init(counting image: FrameImage) {}
}
