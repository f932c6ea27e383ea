import Diagnostics
import Language

/// Everything that this room says about a text.
enum YAMLMessage: DiagnosticMessage, Error {
  // The text as a whole.
  case fileTooLarge(bytes: Int, limit: Int)
  case foreignEncoding(String)
  case brokenUTF8([UInt8])
  case forbiddenCharacter(Unicode.Scalar)
  case lineSeparator(Unicode.Scalar)
  case innerByteOrderMark
  case loneReturn
  case moreProblems(Int)
  case outOfMemory
  // The document.
  case otherVersion(String)
  case secondVersion
  case unknownDirective(String)
  case noDocumentStart
  case directiveInText
  case noDocument
  case secondDocument
  case textBehindDocument
  case tooDeep(limit: Int)
  case tooManyNodes(limit: Int)
  case tooMuchText(limit: Int)
  // Values.
  case unknownAlias(String, known: [String])
  case recursiveAlias(String)
  case duplicateKey(String, first: Mark)
  case collectionAsKey
  case mergeKey
  case unknownTag(String)
  case tagMismatch(tag: String, found: Found)
  case integerTooLarge(String)
  case floatOutOfRange(String)
  // Syntax.
  case tabIndent
  case reservedStart(Unicode.Scalar)
  case strayColon
  case strayQuestionMark
  case strayDash
  case keyWithoutColon
  case notInMapping(start: Mark)
  case notInList(start: Mark)
  case neverClosed(Unicode.Scalar)
  case missingComma(closing: Unicode.Scalar, start: Mark)
  case missingValue(before: Unicode.Scalar?)
  case tightColon
  case markerInQuotes(start: Mark)
  case unknownEscape(Unicode.Scalar)
  case brokenEscape
  case brokenName(Unicode.Scalar)
  case brokenBlockHeader(Unicode.Scalar)
  case brokenTag
  case otherSyntax(String)
  case curlyQuote(Unicode.Scalar)

  /// What stands where a tag promises something else.
  enum Found {
    case scalar(String), list, mapping

    var phrase: Text {
      switch self {
      case .scalar(let text): Text(en: "'\(excerpt(text))'", es: "«\(excerpt(text))»")
      case .list: Text(en: "a list", es: "una lista")
      case .mapping: Text(en: "a mapping", es: "un grupo de claves")
      }
    }
  }

  /// The code, the sentence and what to do about it.
  var text: MessageText {
    switch self {
    case .fileTooLarge(let bytes, let limit):
      .init(
        "Y001", en: "the file has \(bytes) bytes, and at most \(limit) are read",
        es: "el archivo tiene \(bytes) bytes, y se leen \(limit) como máximo")
    case .foreignEncoding(let name):
      .init(
        "Y002", en: "the file is in \(name), not in UTF-8", es: "el archivo está en \(name), no en UTF-8",
        hint: Text(en: "save the file as UTF-8", es: "guarde el archivo en UTF-8"))
    case .brokenUTF8(let bytes):
      .init(
        "Y003",
        en:
          "the \(bytes.count == 1 ? "byte" : "bytes") \(bytes.map { "0x" + hex($0, digits: 2) }.joined(separator: " ")) "
          + "\(bytes.count == 1 ? "is" : "are") not UTF-8",
        es: (bytes.count == 1 ? "el byte " : "los bytes ")
          + bytes.map { "0x" + hex($0, digits: 2) }.joined(separator: " ")
          + (bytes.count == 1 ? " no es UTF-8" : " no son UTF-8"),
        hint: Text(en: "save the file as UTF-8", es: "guarde el archivo en UTF-8"))
    case .forbiddenCharacter(let scalar):
      .init(
        "Y004", en: "the character U+\(hex(scalar.value, digits: 4)) is not allowed in YAML",
        es: "el carácter U+\(hex(scalar.value, digits: 4)) no se permite en YAML",
        hint: Text(
          en: "within double quotes it is written \(escape(of: scalar))",
          es: "entre comillas dobles se escribe \(escape(of: scalar))"))
    case .lineSeparator(let scalar):
      .init(
        "Y005", en: "the character U+\(hex(scalar.value, digits: 4)) ends a line for some programs and not for others",
        es: "el carácter U+\(hex(scalar.value, digits: 4)) termina la línea en unos programas y en otros no",
        hint: Text(
          en: "within double quotes it is written \(escape(of: scalar))",
          es: "entre comillas dobles se escribe \(escape(of: scalar))"))
    case .innerByteOrderMark:
      .init(
        "Y006", en: "a byte order mark (U+FEFF) stands inside the text",
        es: "hay una marca de orden de bytes (U+FEFF) dentro del texto",
        hint: Text(en: "delete this invisible character", es: "borre ese carácter invisible"))
    case .loneReturn:
      .init(
        "Y007", en: "a carriage return without a line feed ends no line",
        es: "un retorno de carro sin salto de línea no termina ninguna línea",
        hint: Text(en: "save the file with Unix line ends", es: "guarde el archivo con finales de línea de Unix"))
    case .moreProblems(let count):
      .init(
        "Y008", en: count == 1 ? "1 more problem is not shown" : "\(count) more problems are not shown",
        es: count == 1 ? "hay 1 problema más que no se muestra" : "hay \(count) problemas más que no se muestran")
    case .outOfMemory:
      .init(
        "Y009", en: "the memory does not suffice to read this file", es: "la memoria no alcanza para leer este archivo")
    case .otherVersion(let version):
      .init(
        "Y010",
        en: version.isEmpty
          ? "the %YAML directive names no version"
          : "the file declares YAML \(excerpt(version)), and is read as YAML 1.2",
        es: version.isEmpty
          ? "la directiva %YAML no indica ninguna versión"
          : "el archivo declara YAML \(excerpt(version)), y se lee como YAML 1.2",
        hint: version == "1.1"
          ? Text(
            en: "YAML 1.1 reads values such as no, 010 and 1:30 otherwise: check them, then write %YAML 1.2",
            es: "YAML 1.1 lee de otro modo valores como no, 010 y 1:30: revíselos y escriba %YAML 1.2")
          : Text(en: "write %YAML 1.2, or remove the line", es: "escriba %YAML 1.2 o quite la línea"))
    case .secondVersion:
      .init("Y011", en: "the %YAML directive stands twice", es: "la directiva %YAML aparece dos veces")
    case .unknownDirective(let name):
      .init(
        "Y012", en: "the directive \(excerpt(name)) is not allowed", es: "la directiva \(excerpt(name)) no se permite",
        hint: Text(en: "the only directive is %YAML 1.2", es: "la única directiva es %YAML 1.2"))
    case .noDocumentStart:
      .init(
        "Y013", en: "a line '---' must stand between the directives and the document",
        es: "entre las directivas y el documento debe haber una línea «---»")
    case .directiveInText:
      .init(
        "Y014", en: "a line of the document cannot start with '%'",
        es: "una línea del documento no puede empezar con «%»",
        hint: Text(
          en: "quote the value, or move the directive to the top",
          es: "ponga el valor entre comillas, o lleve la directiva al principio"))
    case .noDocument:
      .init(
        "Y015", en: "the file is empty, or holds only comments", es: "el archivo está vacío o solo tiene comentarios")
    case .secondDocument:
      .init(
        "Y016", en: "a second document starts here; the file must hold exactly one",
        es: "aquí empieza un segundo documento; el archivo debe tener uno solo",
        hint: Text(en: "put it in a file of its own", es: "póngalo en un archivo aparte"))
    case .textBehindDocument:
      .init(
        "Y017", en: "the document ends before this text", es: "el documento termina antes de este texto",
        hint: Text(en: "check the indentation", es: "revise la sangría"))
    case .tooDeep(let limit):
      .init(
        "Y018", en: "lists and mappings are nested more than \(limit) deep",
        es: "las listas y los grupos de claves tienen más de \(limit) niveles")
    case .tooManyNodes(let limit):
      .init(
        "Y019", en: "the document holds more than \(limit) values, its aliases followed",
        es: "el documento contiene más de \(limit) valores, contando lo que repiten sus alias")
    case .tooMuchText(let limit):
      .init(
        "Y048", en: "the texts of the document take more than \(limit) bytes, its aliases followed",
        es: "los textos del documento ocupan más de \(limit) bytes, contando lo que repiten sus alias")
    case .unknownAlias(let name, let known):
      .init(
        "Y020", en: "the alias *\(excerpt(name)) has no anchor &\(excerpt(name)) before it",
        es: "el alias *\(excerpt(name)) no tiene antes ningún ancla &\(excerpt(name))",
        hint: didYouMean(name, among: known))
    case .recursiveAlias(let name):
      .init(
        "Y021", en: "the alias *\(excerpt(name)) stands inside the very value that &\(excerpt(name)) names",
        es: "el alias *\(excerpt(name)) está dentro del mismo valor al que da nombre &\(excerpt(name))")
    case .duplicateKey(let key, let first):
      .init(
        "Y022", en: "the key '\(excerpt(key))' was already given at \(place(first))",
        es: "la clave «\(excerpt(key))» ya se dio en \(place(first))")
    case .collectionAsKey:
      .init(
        "Y023", en: "a key must be a single value, not a list or a mapping",
        es: "una clave debe ser un solo valor, no una lista ni un grupo de claves")
    case .mergeKey:
      .init(
        "Y024", en: "merge keys ('<<') are not part of YAML 1.2",
        es: "las claves de fusión («<<») no son parte de YAML 1.2",
        hint: Text(
          en: "write the keys out, or quote '<<' where it is a name",
          es: "escriba las claves una por una, o ponga «<<» entre comillas si es un nombre"))
    case .unknownTag(let tag):
      .init(
        "Y025", en: "the tag \(excerpt(tag)) is not known", es: "la etiqueta \(excerpt(tag)) es desconocida",
        hint: Text(
          en: "known are !!null, !!bool, !!int, !!float, !!str, !!seq, !!map; quote a text that starts with '!'",
          es:
            "se conocen !!null, !!bool, !!int, !!float, !!str, !!seq, !!map; ponga entre comillas un texto que empieza con «!»"
        ))
    case .tagMismatch(let tag, let found):
      .init(
        "Y026", en: "the tag !!\(tag) does not fit \(found.phrase.en)",
        es: "la etiqueta !!\(tag) no corresponde a \(found.phrase.es)")
    case .integerTooLarge(let text):
      .init(
        "Y027", en: "the integer \(excerpt(text)) does not fit in 64 bits",
        es: "el entero \(excerpt(text)) no cabe en 64 bits",
        hint: Text(en: "quote it if it is a name or a code", es: "póngalo entre comillas si es un nombre o un código"))
    case .floatOutOfRange(let text):
      .init(
        "Y028", en: "the number \(excerpt(text)) does not fit in a 64-bit float",
        es: "el número \(excerpt(text)) no cabe en 64 bits")
    case .tabIndent:
      .init(
        "Y029", en: "a tab stands where the indentation needs spaces",
        es: "hay un tabulador donde la sangría lleva espacios",
        hint: Text(en: "indent with spaces", es: "haga la sangría con espacios"))
    case .reservedStart(let character):
      .init(
        "Y030", en: "a value cannot start with '\(character)'", es: "un valor no puede empezar con «\(character)»",
        hint: Text(en: "quote it", es: "póngalo entre comillas"))
    case .strayColon:
      .init(
        "Y031", en: "this ':' belongs to no key", es: "este «:» no pertenece a ninguna clave",
        hint: Text(
          en: "quote the value if the ':' is part of it, or check the indentation and the line before",
          es: "ponga el valor entre comillas si «:» es parte de él, o revise la sangría y la línea anterior"))
    case .strayQuestionMark:
      .init(
        "Y032", en: "a key marked with '?' cannot start here", es: "una clave marcada con «?» no puede empezar aquí",
        hint: Text(en: "quote the text if it starts with '?'", es: "ponga el texto entre comillas si empieza con «?»"))
    case .strayDash:
      .init(
        "Y033", en: "a list item cannot start here", es: "un elemento de lista no puede empezar aquí",
        hint: Text(en: "start the list on a line of its own", es: "empiece la lista en una línea propia"))
    case .keyWithoutColon:
      .init(
        "Y034", en: "no ':' follows this key", es: "a esta clave no le sigue «:»",
        hint: Text(
          en: "write 'key: value', or check the indentation and the quotes before",
          es: "escriba «clave: valor», o revise la sangría y las comillas anteriores"))
    case .notInMapping(let start):
      .init(
        "Y035", en: "this does not go on with the mapping that starts at \(place(start))",
        es: "esto no continúa el grupo de claves que empieza en \(place(start))",
        hint: Text(en: "check the indentation and the quotes", es: "revise la sangría y las comillas"))
    case .notInList(let start):
      .init(
        "Y036", en: "this does not go on with the list that starts at \(place(start))",
        es: "esto no continúa la lista que empieza en \(place(start))",
        hint: Text(
          en: "check the indentation; each item starts with '- '",
          es: "revise la sangría; cada elemento empieza con «- »"))
    case .neverClosed(let opening):
      .init(
        "Y037",
        en: opening == "\"" || opening == "'" ? "this quote is never closed" : "this '\(opening)' is never closed",
        es: opening == "\"" || opening == "'" ? "estas comillas no se cierran" : "este «\(opening)» no se cierra")
    case .missingComma(let closing, let start):
      .init(
        "Y038",
        en:
          "a ',' or '\(closing)' is missing here, in the \(closing == "]" ? "list" : "mapping") that starts at \(place(start))",
        es:
          "aquí falta «,» o «\(closing)», en \(closing == "]" ? "la lista" : "el grupo de claves") que empieza en \(place(start))"
      )
    case .missingValue(let next):
      .init(
        "Y039", en: "a value is missing here, before \(next.map { "'\($0)'" } ?? "the end of the file")",
        es: next.map { "aquí falta un valor, antes de «\($0)»" } ?? "aquí falta un valor, antes del final del archivo")
    case .tightColon:
      .init(
        "Y040", en: "a blank is missing behind this ':'", es: "falta un espacio después de este «:»",
        hint: Text(
          en: "or quote the text if the ':' is part of it", es: "o ponga el texto entre comillas si «:» es parte de él")
      )
    case .curlyQuote(let mark):
      .init(
        "Y049", en: "\(mark) is no quotation mark of YAML, and would be part of the text",
        es: "\(mark) no es una comilla de YAML, y sería parte del texto",
        hint: Text(
          en: "write straight quotes: \" at both ends", es: "use comillas rectas: \" en ambos extremos"))
    case .markerInQuotes(let start):
      .init(
        "Y041", en: "a line '---' or '...' stands inside the quotes that open at \(place(start))",
        es: "hay una línea «---» o «...» dentro de las comillas que se abren en \(place(start))")
    case .unknownEscape(let character):
      .init(
        "Y042", en: "the escape \\\(character) is not known", es: "la secuencia \\\(character) es desconocida",
        hint: Text(
          en: "a backslash is written \\\\ in double quotes, and \\ in single quotes",
          es: "la barra invertida se escribe \\\\ entre comillas dobles y \\ entre comillas simples"))
    case .brokenEscape:
      .init(
        "Y043", en: "this escape names no character", es: "esta secuencia no nombra ningún carácter",
        hint: Text(
          en: "\\x takes 2 hexadecimal digits, \\u 4 and \\U 8",
          es: "\\x lleva 2 dígitos hexadecimales, \\u lleva 4 y \\U lleva 8"))
    case .brokenName(let sign):
      .init(
        "Y044",
        en:
          "the name of \(sign == "*" ? "an alias" : "an anchor") is missing behind this '\(sign)', or has other characters "
          + "than letters a to z, digits, '-' and '_'",
        es:
          "falta el nombre \(sign == "*" ? "del alias" : "del ancla") después de este «\(sign)», o tiene otros caracteres que letras de la a a la z, dígitos, «-» y «_»",
        hint: Text(
          en: "quote a text that starts with '\(sign)'", es: "ponga entre comillas un texto que empieza con «\(sign)»"))
    case .brokenBlockHeader(let sign):
      .init(
        "Y045", en: "only '+' or '-', an indentation from 1 to 9 and a comment may follow this '\(sign)'",
        es: "después de este «\(sign)» solo pueden ir «+» o «-», una sangría de 1 a 9 y un comentario",
        hint: Text(en: "start the text on the next line", es: "empiece el texto en la línea siguiente"))
    case .brokenTag:
      .init(
        "Y046", en: "this is no tag", es: "esto no es una etiqueta",
        hint: Text(en: "quote a text that starts with '!'", es: "ponga entre comillas un texto que empieza con «!»"))
    case .otherSyntax(let words):
      .init(
        "Y047", en: "this is not YAML (in the words of libyaml: \(words))",
        es: "esto no es YAML (en palabras de libyaml: \(words))")
    }
  }
}

private func place(_ mark: Mark) -> String { "\(mark.line):\(mark.column)" }

/// The start of a text that may be very long.
private func excerpt(_ text: String) -> String {
  let scalars = text.unicodeScalars
  return scalars.count <= 60 ? text : String(scalars.prefix(60)) + "..."
}

private func escape(of scalar: Unicode.Scalar) -> String {
  scalar.value < 0x100 ? "\\x" + hex(scalar.value, digits: 2) : "\\u" + hex(scalar.value, digits: 4)
}

private func hex(_ value: some BinaryInteger, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
