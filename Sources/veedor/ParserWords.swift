import ModuleKit

/// The sentences and headings that the parser of arguments prints itself, which it has in English alone, in the language in
/// which the program speaks.
enum ParserWords {
  /// The parser's `text` as it is printed.
  static func spoken(_ text: String) -> String {
    guard ProgramLanguage.current == .spanish else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { spanish(String($0)) }
      .joined(separator: "\n")
  }

  private static func spanish(_ line: String) -> String {
    let line = fixed.reduce(line) { $0.replacing($1.english, with: $1.spanish) }
    for (english, spanish) in sentences {
      guard let found = particulars(of: line, in: english) else { continue }
      return found.enumerated().reduce(spanish) { $0.replacing("%\($1.offset + 1)", with: $1.element) }
    }
    return line
  }

  /// What `line` has where `sentence` has %1, %2 and so on; nil where it is another sentence.
  private static func particulars(of line: String, in sentence: String) -> [Substring]? {
    let pieces = sentence.split(separator: "%", omittingEmptySubsequences: false)
    guard line.hasPrefix(pieces[0]) else { return nil }
    var (rest, found) = (line.dropFirst(pieces[0].count), [Substring]())
    for (place, piece) in pieces.enumerated().dropFirst() {
      let behind = piece.dropFirst()
      guard place < pieces.count - 1 else {
        return rest.hasSuffix(behind) ? found + [rest.dropLast(behind.count)] : nil
      }
      guard let range = rest.firstRange(of: behind) else { return nil }
      found.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return found
  }

  /// What stands in lines that are otherwise this program's own.
  private static let fixed: [(english: String, spanish: String)] = [
    ("OVERVIEW: ", "QUÉ HACE: "), ("USAGE: ", "USO: "), ("Usage: ", "Uso: "), ("ARGUMENTS:", "ARGUMENTOS:"),
    ("OPTIONS:", "OPCIONES:"), ("SUBCOMMANDS:", "COMANDOS:"), ("<subcommand>", "<comando>"),
    ("Show the version.", "Muestra la versión."), ("Show help information.", "Muestra esta ayuda."),
    ("Show subcommand help information.", "Muestra la ayuda de un comando."), ("default:", "si no se indica:"),
    ("(values:", "(valores:"), ("Help:  ", "Ayuda: "), ("' and '", "' y '"),
    ("' or '", "' o '"),
  ]

  /// Whole lines, with particulars at %1 and so on.
  private static let sentences = [
    (english: "  See '%1' for detailed help.", spanish: "  Vea «%1» para más detalles."),
    ("  See '%1' for more information.", "  Vea «%1» para más detalles."),
    ("Error: Unknown option '%1'. Did you mean '%2'?", "Error: no existe la opción «%1». ¿Quiso decir «%2»?"),
    ("Error: Unknown option '%1'", "Error: no existe la opción «%1»"),
    ("Error: Missing value for '%1'", "Error: falta el valor de «%1»"),
    ("Error: Missing expected argument '%1'", "Error: falta el argumento «%1»"),
    ("Error: Missing one of: %1", "Error: falta uno de: %1"),
    ("Error: Unexpected argument '%1'", "Error: sobra el argumento «%1»"),
    ("Error: %1 unexpected arguments: %2", "Error: sobran %1 argumentos: %2"),
    (
      "Error: The option '%1' does not take any value, but '%2' was specified.",
      "Error: la opción «%1» no toma ningún valor, y se indicó «%2»."
    ),
    (
      "Error: The value '%1' is invalid for '%2'. Please provide one of %3.",
      "Error: el valor «%1» no sirve para «%2». Dé uno de %3."
    ),
    ("Error: The value '%1' is invalid for '%2': %3", "Error: el valor «%1» no sirve para «%2»: %3"),
    ("Error: The value '%1' is invalid for '%2'", "Error: el valor «%1» no sirve para «%2»"),
    (
      "Error: Value to be set with flag '%1' had already been set with flag '%2'",
      "Error: lo que indica «%1» ya se indicó con «%2»"
    ),
  ]
}
