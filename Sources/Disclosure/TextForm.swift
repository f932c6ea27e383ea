/// How a text is written, and so which stretches of it are looked at for themselves.
public enum TextForm: Sendable, Hashable {
  /// Running text, line by line.
  case lines
  /// Fields between delimiters, perhaps in quotes, whose heads stand on line `header`.
  case delimited(by: UInt8, quote: UInt8?, header: Int)
  /// JSON, or JSON a line: its strings, and the numbers of members whose names say what they are.
  case json
  /// HTML, SVG, XML: what readers see of it, and where links lead.
  case markup

  /// The form of the file at `path`, by its name; of a `.csv` the delimiter that stands most often in its first line.
  public init(of path: String, beginning: UnsafeRawBufferPointer) {
    let name = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
    switch name.split(separator: "/").last?.split(separator: ".").last?.lowercased() {
    case "csv":
      let line = beginning.prefix(1 << 16).prefix { $0 != UInt8(ascii: "\n") }
      let marks = Array(",;\t|".utf8)
      let counts = marks.map { mark in line.count { $0 == mark } }
      let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
      self = .delimited(by: marks[best], quote: UInt8(ascii: "\""), header: 1)
    case "tsv": self = .delimited(by: UInt8(ascii: "\t"), quote: UInt8(ascii: "\""), header: 1)
    case "json", "jsonl", "geojson", "ndjson": self = .json
    case "html", "htm", "svg", "xml", "kml", "gpx": self = .markup
    default: self = .lines
    }
  }
}
