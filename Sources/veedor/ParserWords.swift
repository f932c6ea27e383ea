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
    var line = line
    for (english, spanish) in fixed { line = line.replacing(english, with: spanish) }
    for sentence in sentences {
      guard let match = line.wholeMatch(of: sentence.english) else { continue }
      let particulars = (1..<match.count).map { match[$0].substring.map(String.init) ?? "" }
      return particulars.enumerated().reduce(sentence.spanish) { $0.replacing("%\($1.offset + 1)", with: $1.element) }
    }
    return line
  }

  /// What stands in lines that are otherwise this program's own.
  private static let fixed = [
    ("OVERVIEW: ", "QUÉ HACE: "), ("USAGE: ", "USO: "), ("Usage: ", "Uso: "), ("ARGUMENTS:", "ARGUMENTOS:"),
    ("OPTIONS:", "OPCIONES:"), ("SUBCOMMANDS:", "COMANDOS:"), ("<subcommand>", "<comando>"),
    ("Show the version.", "Muestra la versión."), ("Show help information.", "Muestra esta ayuda."),
    ("Show subcommand help information.", "Muestra la ayuda de un comando."), ("(default: ", "(si no se indica: "),
    ("(values: ", "(valores: "), ("; default: ", "; si no se indica: "), ("Help:  ", "Ayuda: "), ("' and '", "' y '"),
    ("' or '", "' o '"),
  ]

  /// Whole lines, with particulars at %1 and so on.
  private static var sentences: [(english: Regex<AnyRegexOutput>, spanish: String)] {
    [
      (#"  See '(.*)' for (?:detailed help|more information)\."#, "  Vea «%1» para más detalles."),
      (#"Error: Unknown option '(.*)'\. Did you mean '(.*)'\?"#, "Error: no existe la opción «%1». ¿Quiso decir «%2»?"),
      (#"Error: Unknown option '(.*)'"#, "Error: no existe la opción «%1»"),
      (#"Error: Missing value for '(.*)'"#, "Error: falta el valor de «%1»"),
      (#"Error: Missing expected argument '(.*)'"#, "Error: falta el argumento «%1»"),
      (#"Error: Missing one of: (.*)"#, "Error: falta uno de: %1"),
      (#"Error: Unexpected argument '(.*)'"#, "Error: sobra el argumento «%1»"),
      (#"Error: (\d+) unexpected arguments: (.*)"#, "Error: sobran %1 argumentos: %2"),
      (
        #"Error: The option '(.*)' does not take any value, but '(.*)' was specified\."#,
        "Error: la opción «%1» no toma ningún valor, y se indicó «%2»."
      ),
      (
        #"Error: The value '(.*)' is invalid for '(.*)'\. Please provide one of (.*)\."#,
        "Error: el valor «%1» no sirve para «%2». Dé uno de %3."
      ),
      (#"Error: The value '(.*)' is invalid for '(.*)': (.*)"#, "Error: el valor «%1» no sirve para «%2»: %3"),
      (#"Error: The value '(.*)' is invalid for '(.*)'"#, "Error: el valor «%1» no sirve para «%2»"),
      (
        #"Error: Value to be set with flag '(.*)' had already been set with flag '(.*)'"#,
        "Error: lo que indica «%1» ya se indicó con «%2»"
      ),
    ].compactMap { english, spanish in (try? Regex(english)).map { ($0, spanish) } }
  }
}
