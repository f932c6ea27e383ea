import Drawings
import FuzzDriver

@_cdecl("DrawingFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: reads the bytes as a drawing, and stops where what is kept of it could be more than one.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let svg = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  guard let drawing = try? SafeDrawing(svg) else { return 0 }
  let document = drawing.document
  demand((try? SafeDrawing(document)) == drawing, "what is written is not read as it is")
  demand(document.utf8.starts(with: "<svg xmlns=\"http://www.w3.org/2000/svg\"".utf8), "the root is no drawing")
  // Markup is what this program wrote: names that it knows, and nothing but elements.
  for piece in document.utf8.split(separator: UInt8(ascii: "<")) {
    let name = piece.drop { $0 == UInt8(ascii: "/") }.prefix {
      (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0)
    }
    demand(known.contains(String(Substring(name))), "an element that is not known")
  }
  // No quotation mark stands in a text or a value: what lies between two of them is a value.
  let parts = document.split(separator: "\"", omittingEmptySubsequences: false)
  for value in stride(from: 1, to: parts.count, by: 2) where parts[value - 1].hasSuffix(" href=") {
    demand(parts[value].hasPrefix("#"), "an address outside")
  }
  return 0
}

private let known: Set<String> = [
  "svg", "g", "title", "desc", "defs", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text",
  "tspan", "clipPath", "marker", "pattern", "linearGradient", "stop", "use", "style",
]
