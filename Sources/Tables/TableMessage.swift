public import Diagnostics
import Language
public import Spreadsheets

/// What can be wrong with a table: with its file, its header, its rows, or with how a program uses it.
public enum TableMessage: Error, DiagnosticMessage, Hashable {
  /// The file has no content.
  case empty
  /// The compressed file ends too early.
  case truncated
  /// The file's name says gzip, its content does not hold to that format.
  case notGzip
  /// More than `limit` bytes came out of the compressed file.
  case tooLarge(limit: Int)
  /// The compressed file holds more than so many times its own size.
  case tooDense(times: Int)
  /// The table takes more than half of the memory at hand.
  case tooMuchMemory
  /// The file is compressed, its name does not say so.
  case isGzip
  /// What is compressed is a compressed file again.
  case isGzipTwice
  /// The file begins with the byte order mark of UTF-16.
  case isUTF16
  /// The file begins with a byte order mark that is not declared.
  case byteOrderMark
  /// The file does not begin with the byte order mark that is declared.
  case noByteOrderMark
  /// The file is declared as of another encoding, but its bytes make sense as UTF-8.
  case isUTF8(CSVFormat.Encoding)
  /// The file begins as ZIP archives do, and with them spreadsheets.
  case isArchive
  /// The file begins as web pages do.
  case isWebPage
  /// What is wrong with a spreadsheet.
  case spreadsheet(SpreadsheetMessage)
  /// A sheet is said, but the file is no spreadsheet.
  case sheetOfNone
  /// The format says what only a text file has, but the file is a spreadsheet.
  case textOfSheet

  /// The header line is one name that holds a delimiter other than the declared one.
  case otherDelimiter(header: String, found: CSVFormat.Delimiter, declared: CSVFormat.Delimiter)
  /// Carriage returns end the lines, and no line feed follows them.
  case carriageReturns
  /// Numbers stand on the header's line, and none of the names that are looked for.
  case noHeader(line: Int, found: [String])
  /// The column at `position`, from 1, has no name.
  case namelessColumn(position: Int)
  /// The header's line, from 1, is behind the last of the file's lines.
  case noHeaderLine(Int, lines: Int)
  /// Two columns have one name.
  case duplicateColumn(String, first: Int, second: Int)
  /// Nobody knows the column.
  case unknownColumn(String, known: [String])
  /// A column that must be there is not.
  case missingColumn(String, present: [String])
  /// A name in the header is not quoted or encoded as it should be.
  case header(FieldFault, position: Int)
  /// So many more faults of the header.
  case moreInHeader(Int)

  /// A row has other than one field for each column.
  case fieldCount(row: Int, found: Int, expected: Int)
  /// A line is empty, though there are several columns.
  case emptyLine(row: Int)
  /// `count` rows hold nothing but delimiters, from `row` on.
  case blankRows(row: Int, count: Int)
  /// The first line says what separates the fields, as spreadsheets write it.
  case separatorLine(CSVFormat.Delimiter?)
  /// The names that are looked for stand on another line.
  case headerElsewhere(line: Int, names: [String])
  /// A delimiter stands behind the last field of a row, as behind no other.
  case trailingDelimiter(row: Int)
  /// A delimiter stands behind the last field of every row, and not of the header.
  case trailingDelimiters
  /// Something stands behind the delimiter that is said to end every row.
  case behindTrailingDelimiter(row: Int)
  /// A row holds the names of the columns once more.
  case headerAgain(row: Int)
  /// A row is longer than `limit` bytes; row 0 is the header line.
  case rowTooLong(row: Int, limit: Int)
  /// The distinct texts of a column take more than `limit` bytes.
  case tooMuchText(column: String, limit: Int)
  /// The texts of several columns, joined, take more than `limit` bytes.
  case tooMuchJoined(column: String, limit: Int)
  /// The text of a row that was joined of several takes more than `limit` bytes.
  case joinedTooLong(row: Int, column: String, limit: Int)
  /// A field breaks a rule; the value is nil where it is withheld.
  case field(FieldFault, row: Int, column: String, value: String?)
  /// Two rows agree in all key columns; the values are nil where they are withheld.
  case duplicateKey(row: Int, first: Int, columns: [String], values: [String?])
  /// So many more faults of one kind in one column, of which `row` is the first.
  case more(Int, rule: String, column: String?, row: Int)

  /// The table has no such column.
  case noColumn(String, among: [String])
  /// The column is of another type.
  case columnType(String, is: ColumnType, wanted: ColumnType)
  /// Column names of a new table are empty or used twice.
  case columnNames([String])
  /// Columns of a new table are not of one length.
  case rowCounts([Int])
  /// A new row has other than one cell for each column.
  case cellCount(Int, columns: Int)
  /// A new cell does not belong in its column.
  case cellType(column: String, is: ColumnType, wanted: ColumnType)
  /// A new cell holds what no file could.
  case cellValue(column: String)
}

extension TableMessage {
  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .empty:
      .init(
        "T001", en: "the file is empty", es: "el archivo está vacío",
        hint: Text(
          en: "a table begins with a header line of column names",
          es: "una tabla empieza con una línea de encabezado con los nombres de las columnas"))
    case .truncated:
      .init(
        "T002", en: "the compressed file is cut short", es: "el archivo comprimido está cortado",
        hint: Text(en: "copy or download it again", es: "cópielo o descárguelo de nuevo"))
    case .notGzip:
      .init(
        "T003", en: "the file is not gzip, or damaged", es: "el archivo no es gzip, o está dañado",
        hint: Text(
          en: "take .gz off its name if it is not compressed, else copy or download it again",
          es: "quite .gz de su nombre si no está comprimido; si lo está, cópielo o descárguelo de nuevo"))
    case .tooLarge(let limit):
      .init(
        "T004", en: "the compressed file holds more than \(limit) bytes",
        es: "el archivo comprimido contiene más de \(limit) bytes")
    case .tooDense(let times):
      .init(
        "T070",
        en: "the compressed file holds more than \(times) times its own size, as no table that people made does",
        es:
          "el archivo comprimido contiene más de \(times) veces su propio tamaño, como ninguna tabla hecha por personas",
        hint: Text(
          en: "decompress it yourself if it is what it should be", es: "descomprímalo usted si es lo que debe ser"))
    case .tooMuchMemory:
      .init(
        "T071", en: "the table takes more memory than the machine has left",
        es: "la tabla ocupa más memoria de la que le queda al equipo",
        hint: Text(
          en: "read it on a machine with more memory, or split the file by its rows",
          es: "léala en un equipo con más memoria, o divida el archivo por filas"))
    case .isGzip:
      .init(
        "T005", en: "the file is compressed with gzip, but its name does not end with .gz",
        es: "el archivo está comprimido con gzip, pero su nombre no termina en .gz",
        hint: Text(en: "rename it, so that it ends with .csv.gz", es: "cámbiele el nombre para que termine en .csv.gz"))
    case .isGzipTwice:
      .init(
        "T090", en: "the file was compressed with gzip twice", es: "el archivo se comprimió dos veces con gzip",
        hint: Text(
          en: "decompress it once: what comes out is a .csv.gz", es: "descomprímalo una vez: lo que sale es un .csv.gz")
      )
    case .isUTF16:
      .init(
        "T006", en: "the file seems to be UTF-16, which is not read", es: "el archivo parece ser UTF-16, que no se lee",
        hint: Text(en: "save it as UTF-8", es: "guárdelo en UTF-8"))
    case .byteOrderMark:
      .init(
        "T007", en: "the file begins with a byte order mark, which is not declared",
        es: "el archivo empieza con una marca de orden de bytes que no está declarada",
        hint: Text(
          en: "write 'format: {encoding: \(CSVFormat.Encoding.utf8WithMark.rawValue)}'",
          es: "escriba «format: {encoding: \(CSVFormat.Encoding.utf8WithMark.rawValue)}»"))
    case .noByteOrderMark:
      .init(
        "T008", en: "the file does not begin with a byte order mark, though that is declared",
        es: "el archivo no empieza con una marca de orden de bytes, aunque está declarada",
        hint: Text(
          en: "write 'format: {encoding: \(CSVFormat.Encoding.utf8.rawValue)}'",
          es: "escriba «format: {encoding: \(CSVFormat.Encoding.utf8.rawValue)}»"))
    case .isUTF8(let encoding):
      .init(
        "T009",
        en: "the file is declared as \(encoding.rawValue), but its letters beyond ASCII are written as in UTF-8",
        es:
          "el archivo está declarado como \(encoding.rawValue), pero sus letras que no son ASCII están escritas como en UTF-8",
        hint: Text(
          en: "write 'format: {encoding: \(CSVFormat.Encoding.utf8.rawValue)}'",
          es: "escriba «format: {encoding: \(CSVFormat.Encoding.utf8.rawValue)}»"))
    case .isArchive:
      .init(
        "T017", en: "the file is a ZIP archive, or a spreadsheet, and no CSV",
        es: "el archivo es un ZIP o una hoja de cálculo, y no un CSV",
        hint: Text(
          en: "if it is a spreadsheet, let its name end with .xlsx or .ods; of an archive, 'member' names the file",
          es:
            "si es una hoja de cálculo, haga que su nombre termine en .xlsx u .ods; de un ZIP, «member» nombra el archivo"
        ))
    case .isWebPage:
      .init(
        "T018", en: "the file is a web page, and no CSV", es: "el archivo es una página web, y no un CSV",
        hint: Text(
          en: "download it again; the server may have sent an error instead",
          es: "descárguelo de nuevo; quizá el servidor envió un error en su lugar"))
    case .spreadsheet(let message): message.text
    case .sheetOfNone:
      .init(
        "T072", en: "'sheet' is said, but the file is no spreadsheet",
        es: "se indica «sheet», pero el archivo no es una hoja de cálculo",
        hint: Text(
          en: "take 'sheet' out, or let the file's name end with .xlsx or .ods",
          es: "quite «sheet», o haga que el nombre del archivo termine en .xlsx u .ods"))
    case .textOfSheet:
      .init(
        "T073", en: "a spreadsheet has no delimiter, quotes or encoding",
        es: "una hoja de cálculo no tiene delimitador, comillas ni codificación",
        hint: Text(en: "take them out of 'format'", es: "quítelos de «format»"))
    case .otherDelimiter(let header, let found, let declared):
      .init(
        "T010", en: "the header line \(shown(header).en) has no \(declared.phrase.en), but \(found.phrase.en)s",
        es:
          "la línea de encabezado \(shown(header).es) no tiene \(declared.phrase.es), sino \(found.phrase.es)",
        hint: Text(
          en: "write 'format: {delimiter: \(found.rawValue)}'", es: "escriba «format: {delimiter: \(found.rawValue)}»"))
    case .carriageReturns:
      .init(
        "T026", en: "the lines end with a carriage return alone",
        es: "las líneas terminan solo con un retorno de carro",
        hint: Text(
          en: "save it with lines that end with LF or CRLF", es: "guárdelo con líneas que terminen en LF o CRLF"))
    case .noHeader(let line, let found):
      .init(
        "T019",
        en: "line \(line) holds values where the names of columns are expected: "
          + found.prefix(4).map { shown($0).en }.joined(separator: ", ") + (found.count > 4 ? " …" : ""),
        es: "la línea \(line) tiene valores donde se esperan los nombres de las columnas: "
          + found.prefix(4).map { shown($0).es }.joined(separator: ", ") + (found.count > 4 ? " …" : ""),
        hint: Text(
          en: "say with 'header' on which line the header stands, or write one",
          es: "diga con «header» en qué línea está el encabezado, o escriba uno"))
    case .namelessColumn(let position):
      .init(
        "T011", en: "column \(position) has no name", es: "la columna \(position) no tiene nombre",
        hint: Text(
          en: "name it; a name that begins with x_ marks a column that is not read",
          es: "póngale uno; un nombre que empieza con x_ marca una columna que no se lee"))
    case .noHeaderLine(let line, let lines):
      .init(
        "T016", en: "the header is said to stand on line \(line), but the file has \(counted(lines, "line", "lines"))",
        es:
          "se indica que el encabezado está en la línea \(line), pero el archivo tiene \(counted(lines, "línea", "líneas"))"
      )
    case .duplicateColumn(let name, let first, let second):
      .init(
        "T012", en: "columns \(first) and \(second) are both named \(shown(name).en)",
        es: "las columnas \(first) y \(second) se llaman ambas \(shown(name).es)",
        hint: Text(
          en: "rename one; a name that begins with x_ marks a column that is not read",
          es: "cambie el nombre de una; un nombre que empieza con x_ marca una columna que no se lee"))
    case .unknownColumn(let name, let known):
      .init(
        "T013", en: "unknown column \(shown(name).en)", es: "columna desconocida \(shown(name).es)",
        hint: didYouMean(name, among: known)
          ?? Text(
            en: "begin its name with x_ if it is not to be read",
            es: "haga que su nombre empiece con x_ si no debe leerse"))
    case .missingColumn(let name, let present):
      .init(
        "T014", en: "the column \(shown(name).en) is missing", es: "falta la columna \(shown(name).es)",
        hint: (nearName(to: name, among: present) ?? present.first { folded($0) == folded(name) }).map {
          Text(en: "is it the column \(shown($0).en)?", es: "¿es la columna \(shown($0).es)?")
        })
    case .header(let fault, let position):
      fault.text(about: nil)
        .behind(Text(en: "header, column \(position)", es: "encabezado, columna \(position)"))
    case .moreInHeader(let count):
      .init("T015", en: "and \(count) more in the header", es: "y \(count) más en el encabezado")
    case .fieldCount(let row, let found, let expected):
      .init(
        "T020", rule: "field_count", en: "row \(row): \(counted(found, "field", "fields")) instead of \(expected)",
        es: found == 1
          ? "fila \(row): 1 campo en lugar de \(expected)" : "fila \(row): \(found) campos en lugar de \(expected)",
        hint: found > expected
          ? Text(
            en: "put quotes around a field that holds the delimiter",
            es: "ponga entre comillas el campo que contiene el delimitador") : nil)
    case .emptyLine(let row):
      .init(
        "T021", rule: "no_empty_lines", en: "row \(row): the line is empty", es: "fila \(row): la línea está vacía",
        hint: Text(en: "remove it", es: "quítela"))
    case .blankRows(let row, let count):
      .init(
        "T083", rule: "no_empty_lines", en: "nothing but delimiters stands in \(rows(row, count).en)",
        es: "solo hay delimitadores en \(rows(row, count).es)",
        hint: Text(
          en: "remove them, or leave them out with 'where: [{column: …, missing: false}]'",
          es: "quítelas, o déjelas fuera con «where: [{column: …, missing: false}]»"))
    case .separatorLine(let delimiter):
      .init(
        "T084", en: "the first line says what separates the fields, and holds no names",
        es: "la primera línea indica qué separa los campos, y no tiene nombres",
        hint: Text(
          en: "say 'format: {header: 2\(delimiter.map { ", delimiter: \($0.rawValue)" } ?? "")}'",
          es: "escriba «format: {header: 2\(delimiter.map { ", delimiter: \($0.rawValue)" } ?? "")}»"))
    case .headerElsewhere(let line, let names):
      .init(
        "T085",
        en: "the names of columns stand on line \(line): "
          + names.prefix(4).map { shown($0).en }.joined(separator: ", ")
          + (names.count > 4 ? " …" : ""),
        es: "los nombres de las columnas están en la línea \(line): "
          + names.prefix(4).map { shown($0).es }.joined(separator: ", ") + (names.count > 4 ? " …" : ""),
        hint: Text(
          en: "say 'format: {header: \(line)}'; lines above it are not read",
          es: "escriba «format: {header: \(line)}»; las líneas anteriores no se leen"))
    case .trailingDelimiter(let row):
      .init(
        "T080", rule: "field_count", en: "row \(row) has one delimiter more, at its end",
        es: "la fila \(row) tiene un delimitador de más al final",
        hint: Text(en: "remove it; other rows have none there", es: "quítelo; las demás filas no lo tienen"))
    case .trailingDelimiters:
      .init(
        "T081", en: "every row has one delimiter more than the header, at its end",
        es: "cada fila tiene al final un delimitador más que el encabezado",
        hint: Text(en: "say 'format: {trailing_delimiter: true}'", es: "escriba «format: {trailing_delimiter: true}»"))
    case .behindTrailingDelimiter(let row):
      .init(
        "T082", rule: "field_count", en: "row \(row): something stands behind the delimiter that ends every row",
        es: "fila \(row): hay algo después del delimitador que termina cada fila",
        hint: Text(en: "are the values of this row shifted?", es: "¿están corridos los valores de esta fila?"))
    case .headerAgain(let row):
      .init(
        "T025", rule: "one_header", en: "row \(row) holds the names of the columns once more",
        es: "la fila \(row) repite los nombres de las columnas",
        hint: Text(
          en: "remove it; if two files were put together, see that no row stands in both",
          es: "quítela; si se juntaron dos archivos, vea que ninguna fila esté en ambos"))
    case .rowTooLong(let row, let limit):
      .init(
        "T022", rule: "row_length", en: "\(row == 0 ? "the header line" : "row \(row)") is longer than \(limit) bytes",
        es: row == 0
          ? "la línea de encabezado tiene más de \(limit) bytes" : "la fila \(row) tiene más de \(limit) bytes",
        hint: Text(
          en: "a quote that opens a field may not be closed", es: "quizá no se cierran las comillas que abren un campo")
      )
    case .tooMuchText(let column, let limit):
      .init(
        "T027", en: "the texts of column \(shown(column).en) take more than \(limit) bytes",
        es: "los textos de la columna \(shown(column).es) ocupan más de \(limit) bytes",
        hint: Text(en: "split the file by its rows", es: "divida el archivo por filas"))
    case .tooMuchJoined(let column, let limit):
      .init(
        "T028", en: "the texts that are joined for column \(shown(column).en) take more than \(limit) bytes",
        es: "los textos que se unen para la columna \(shown(column).es) ocupan más de \(limit) bytes",
        hint: Text(
          en: "name each column once, and keep 'empty' short",
          es: "nombre cada columna una sola vez, y que «empty» sea corto"))
    case .joinedTooLong(let row, let column, let limit):
      .init(
        "T029", rule: "text_length",
        en: "row \(row), column \(shown(column).en): the text that is joined takes more than \(limit) bytes",
        es: "fila \(row), columna \(shown(column).es): el texto unido ocupa más de \(limit) bytes")
    case .field(let fault, let row, let column, let value):
      fault.text(about: value)
        .behind(Text(en: "row \(row), column \(shown(column).en)", es: "fila \(row), columna \(shown(column).es)"))
    case .duplicateKey(let row, let first, let columns, let values):
      .init(
        "T023", rule: "unique_key",
        en: "rows \(first) and \(row) have the same key: "
          + zip(columns, values).map { "\($0) \($1.map { shown($0).en } ?? "(withheld)")" }.joined(separator: ", "),
        es: "las filas \(first) y \(row) tienen la misma clave: "
          + zip(columns, values).map { "\($0) \($1.map { shown($0).es } ?? "(no se muestra)")" }.joined(separator: ", "),
        hint: Text(
          en:
            "keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')",
          es:
            "deje una sola; si las dos valen, tome una columna que las distinga, o una varias («veedor docs data»)"))
    case .more(let count, let rule, let column, let row):
      .init(
        "T024", rule: rule,
        en: "and \(count) more of this kind\(column.map { " in column \(shown($0).en)" } ?? "") (\(rule)), "
          + (count == 1 ? "in row \(row)" : "from row \(row) on"),
        es: "y \(count) más de este tipo\(column.map { " en la columna \(shown($0).es)" } ?? "") (\(rule)), "
          + (count == 1 ? "en la fila \(row)" : "desde la fila \(row)"))
    case .noColumn(let name, let names):
      .init(
        "T060", en: "the table has no column \(shown(name).en)", es: "la tabla no tiene la columna \(shown(name).es)",
        hint: didYouMean(name, among: names))
    case .columnType(let name, let type, let wanted):
      .init(
        "T061", en: "the column \(shown(name).en) holds \(type.rawValue), not \(wanted.rawValue)",
        es: "la columna \(shown(name).es) contiene \(type.rawValue), no \(wanted.rawValue)")
    case .columnNames:
      .init(
        "T062", en: "the column names of a table must be distinct, and not empty",
        es: "los nombres de las columnas de una tabla deben ser distintos y no estar vacíos")
    case .rowCounts(let counts):
      .init(
        "T066",
        en:
          "the columns of a table must be of one length, not of \(counts.map(String.init).joined(separator: " and "))",
        es:
          "las columnas de una tabla deben tener la misma longitud, no \(counts.map(String.init).joined(separator: " y "))"
      )
    case .cellCount(let count, let columns):
      .init(
        "T063", en: "\(counted(count, "cell", "cells")) for \(counted(columns, "column", "columns"))",
        es: "\(counted(count, "celda", "celdas")) para \(counted(columns, "columna", "columnas"))")
    case .cellType(let column, let type, let wanted):
      .init(
        "T064", en: "\(type.phrase.en) does not belong in column \(shown(column).en), which holds \(wanted.rawValue)",
        es: "\(type.phrase.es) no corresponde a la columna \(shown(column).es), que contiene \(wanted.rawValue)")
    case .cellValue(let column):
      .init(
        "T065", en: "no file can hold this value of column \(shown(column).en)",
        es: "ningún archivo puede contener este valor de la columna \(shown(column).es)")
    }
  }
}

extension CSVFormat.Delimiter {
  /// The delimiter, for sentences.
  var phrase: Text {
    switch self {
    case .comma: Text(en: "comma", es: "coma")
    case .semicolon: Text(en: "semicolon", es: "punto y coma")
    case .tab: Text(en: "tab", es: "tabulador")
    case .bar: Text(en: "vertical bar", es: "barra vertical")
    }
  }
}

/// `name` without blanks, characters that nobody sees, and case.
private func folded(_ name: String) -> String {
  String(
    String.UnicodeScalarView(
      name.lowercased().unicodeScalars.filter {
        !$0.properties.isWhitespace && ![.format, .control, .nonspacingMark].contains($0.properties.generalCategory)
      }))
}

/// The `count` rows from `row` on.
private func rows(_ row: Int, _ count: Int) -> Text {
  count == 1
    ? Text(en: "row \(row)", es: "la fila \(row)")
    : Text(en: "rows \(row) to \(row + count - 1)", es: "las filas \(row) a \(row + count - 1)")
}

/// So many things, for reading.
private func counted(_ number: Int, _ word: String, _ words: String) -> String {
  "\(number) \(number == 1 ? word : words)"
}

/// `text` between quotes: without characters that steer a terminal, and cut where it is long.
func shown(_ text: String) -> Text {
  var out = String.UnicodeScalarView()
  for (position, scalar) in text.unicodeScalars.enumerated() {
    if position == 60 {
      out.append("…")
      break
    }
    out.append(scalar)
  }
  let visible = String(out).visible
  return Text(en: "'\(visible)'", es: "«\(visible)»")
}
