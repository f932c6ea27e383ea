/// Checks the directives before the document, and makes comments of them.
///
/// libyaml would take `%YAML 1.1` without a word, and its time for `%TAG` lines grows with the square of their number.
func neutralizeDirectives(of text: inout CheckedText, _ problems: inout ProblemList) {
  var (start, hasDirectives, hasVersion) = (0, false, false)
  while start < text.scalars.count {
    let end = text.lineEnd(from: start)
    let line = text[start..<end]
    if line.hasPrefix("%") {
      if let message = directiveProblem(in: line, &hasVersion) { problems.add(message, at: text.marks(start..<end)) }
      text.replace(at: start, by: "#")
      hasDirectives = true
    } else if let first = line.unicodeScalars.first(where: { $0 != " " && $0 != "\t" }), first != "#" {
      if hasDirectives, !line.hasPrefix("---") { problems.add(.noDocumentStart, at: text.marks(start..<end)) }
      return
    }
    start = end
    while let scalar = text[start] {
      start += 1
      if scalar == "\n" { break }
    }
  }
}

private func directiveProblem(in line: String, _ hasVersion: inout Bool) -> YAMLMessage? {
  let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).prefix { !$0.hasPrefix("#") }.map(String.init)
  guard words.first == "%YAML" else { return .unknownDirective(words.first ?? "%") }
  defer { hasVersion = true }
  if hasVersion { return .secondVersion }
  let version = words.dropFirst().joined(separator: " ")
  return version == "1.2" ? nil : .otherVersion(version)
}
