/// A message as the source of its enumeration declares it.
struct DeclaredMessage {
  /// The stable code, such as `W012`.
  var code: String
  /// The file that declares it.
  var path: String
  /// What its sentence says whatever the particulars: the stretches between them.
  var wording: [String]

  /// Every message of the rooms and plugins.
  static func all() throws -> [DeclaredMessage] {
    try RepositoryFile.all(in: ["Sources", "Plugins"]).filter {
      $0.text.contains("MessageText {") && !$0.path.hasPrefix("Sources/Diagnostics/")
    }.flatMap(declared)
  }

  private static func declared(in file: RepositoryFile) -> [DeclaredMessage] {
    let codes = file.text.matches(of: /"([A-Z][0-9]{3})"/)
    return codes.indices.map { index in
      let end = index + 1 < codes.count ? codes[index + 1].range.lowerBound : file.text.endIndex
      var rest = file.text[codes[index].range.upperBound..<end]
      for stop in ["hint:", " es: ", "\n    case ", "\n    }"] {
        if let range = rest.firstRange(of: stop) { rest = rest[..<range.lowerBound] }
      }
      return DeclaredMessage(code: String(codes[index].1), path: file.path, wording: wording(of: Array(rest)))
    }
  }

  /// The stretches of the texts in `source` that no particulars stand in, rules left out.
  private static func wording(of source: [Character]) -> [String] {
    var out: [String] = []
    var place = 0
    while place < source.count {
      if source[place] == "\"" {
        let before = String(source[..<place]).split(whereSeparator: \.isWhitespace).last
        let found = stretches(of: source, from: &place)
        if before?.hasSuffix("rule:") != true { out += found }
      } else {
        place += 1
      }
    }
    return out.filter { !$0.isEmpty }
  }

  /// The stretches of the text whose opening quote stands at `place`, which moves behind the closing one.
  private static func stretches(of source: [Character], from place: inout Int) -> [String] {
    var out = [""]
    place += 1
    while source[place] != "\"" {
      guard source[place] == "\\" else {
        out[out.count - 1].append(source[place])
        place += 1
        continue
      }
      place += 2
      guard source[place - 1] == "(" else { continue }
      out.append("")
      var depth = 1
      while depth > 0 {
        switch source[place] {
        case "(": depth += 1
        case ")": depth -= 1
        case "\"":
          _ = stretches(of: source, from: &place)
          continue
        default: break
        }
        place += 1
      }
    }
    place += 1
    return out
  }
}
