public import Archive
public import Diagnostics
import Language

/// What can be wrong with a spreadsheet as a file, or be worth telling of a sheet.
public enum SpreadsheetMessage: Error, DiagnosticMessage, Hashable {
  /// A format of spreadsheets that is not read.
  case otherFormat(OtherFormat)
  /// The content is encrypted.
  case password
  /// The name says that it is a spreadsheet, and it is none.
  case noSpreadsheet
  /// The archive that the spreadsheet is breaks a rule.
  case archive(ArchiveMessage)
  /// A part that must be there is not.
  case missingPart(String)
  /// A part is no well-formed XML.
  case notXML(part: String, line: Int)
  /// A part has a document type, and with it perhaps entities.
  case documentType(part: String)
  /// A part has more elements inside one another than allowed.
  case tooDeep(part: String, limit: Int)
  /// A part stands in another file.
  case external(String)
  /// A part holds more than so many times its packed size.
  case tooDense(part: String, times: Int)
  /// The texts that cells share take more memory than is at hand.
  case tooMuchText
  /// No memory is left.
  case outOfMemory

  /// The file has several sheets, and none is named.
  case whichSheet([String])
  /// There is no sheet of the name.
  case noSheet(String, among: [String])
  /// There is no sheet of the number.
  case noSheetNumber(Int, among: [String])
  /// The sheet is a chart.
  case noCells(sheet: String)
  /// The row of the header holds nothing.
  case noHeader(sheet: String, row: Int)
  /// A cell is no cell of its row, or does not stand behind the one before it.
  case misplacedCell(sheet: String, cell: String)
  /// A row does not stand below the one before it.
  case misplacedRow(sheet: String, row: Int)
  /// A cell's value is not what its type says.
  case cellValue(sheet: String, cell: String)
  /// A value stands in a column without a name.
  case beyondHeader(sheet: String, cell: String)
  /// The sheet has more rows or columns than a spreadsheet can have.
  case tooLarge(sheet: String, rows: Int, columns: Int)
  /// What stands in a row, and in those just before it, takes too many bytes.
  case tooLong(sheet: String, row: Int, limit: Int)

  /// The sheet is hidden.
  case hiddenSheet(String)
  /// Rows of the sheet are hidden, the first of them this one.
  case hiddenRows(sheet: String, count: Int, first: Int)
  /// Columns of the sheet are hidden, by their names.
  case hiddenColumns(sheet: String, [String])

  /// The formats of spreadsheets that are not read.
  public enum OtherFormat: Sendable, Hashable, CaseIterable { case excel97, binaryWorkbook, numbers, flatXML }

  /// A warning where something is merely hidden.
  public var severity: Diagnostic.Severity {
    switch self {
    case .hiddenSheet, .hiddenRows, .hiddenColumns: .warning
    case .otherFormat, .password, .noSpreadsheet, .archive, .missingPart, .notXML, .documentType, .tooDeep, .external,
      .tooDense, .tooMuchText, .outOfMemory, .whichSheet, .noSheet, .noSheetNumber, .noCells, .noHeader,
      .misplacedCell, .misplacedRow, .cellValue, .beyondHeader, .tooLarge, .tooLong:
      .error
    }
  }

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .otherFormat(let format):
      .init(
        "S001", en: "the file is \(format.phrase.en), which is not read",
        es: "el archivo es \(format.phrase.es), que no se lee",
        hint: Text(en: "open it and save it as .xlsx or .ods", es: "ábralo y guárdelo como .xlsx u .ods"))
    case .password:
      .init(
        "S002", en: "the file is protected by a password", es: "el archivo está protegido con una contraseña",
        hint: Text(en: "open it and save a copy without the password", es: "ábralo y guarde una copia sin contraseña"))
    case .noSpreadsheet:
      .init(
        "S003", en: "the file's name is that of a spreadsheet, but it is none",
        es: "el nombre del archivo es el de una hoja de cálculo, pero no lo es",
        hint: Text(
          en: "download it again, or let its name end with what it is",
          es: "descárguelo de nuevo, o póngale la terminación que le corresponde"))
    case .archive(let message):
      message.text.behind(Text(en: "the spreadsheet's archive", es: "el archivo ZIP de la hoja de cálculo"))
    case .missingPart(let part):
      .init(
        "S004", en: "the spreadsheet lacks its part '\(part.visible)'",
        es: "a la hoja de cálculo le falta su parte «\(part.visible)»",
        hint: Text(
          en: "open it in a spreadsheet program and save it again",
          es: "ábrala en un programa de hojas de cálculo y guárdela de nuevo"))
    case .notXML(let part, let line):
      .init(
        "S005", en: "the part '\(part.visible)' of the spreadsheet is damaged in its line \(line): it is no XML",
        es: "la parte «\(part.visible)» de la hoja de cálculo está dañada en su línea \(line): no es XML")
    case .documentType(let part):
      .init(
        "S006", en: "the part '\(part.visible)' of the spreadsheet has a document type, which is refused",
        es: "la parte «\(part.visible)» de la hoja de cálculo tiene un tipo de documento, y eso se rechaza",
        hint: Text(
          en: "no spreadsheet program writes one; open it in one and save it again",
          es: "ningún programa de hojas de cálculo lo escribe; ábrala en uno y guárdela de nuevo"))
    case .tooDeep(let part, let limit):
      .init(
        "S007", en: "the part '\(part.visible)' of the spreadsheet has more than \(limit) elements inside one another",
        es: "la parte «\(part.visible)» de la hoja de cálculo tiene más de \(limit) elementos unos dentro de otros")
    case .external(let target):
      .init(
        "S008", en: "a part of the spreadsheet stands in another file, '\(target.visible)', which is not opened",
        es: "una parte de la hoja de cálculo está en otro archivo, «\(target.visible)», que no se abre")
    case .tooDense(let part, let times):
      .init(
        "S009", en: "the part '\(part.visible)' of the spreadsheet holds more than \(times) times its packed size",
        es: "la parte «\(part.visible)» de la hoja de cálculo contiene más de \(times) veces su tamaño comprimido")
    case .tooMuchText:
      .init(
        "S010", en: "the texts of the spreadsheet take more memory than the machine has left",
        es: "los textos de la hoja de cálculo ocupan más memoria de la que le queda al equipo")
    case .outOfMemory:
      .init(
        "S011", en: "no memory is left for reading the spreadsheet", es: "no queda memoria para leer la hoja de cálculo"
      )
    case .whichSheet(let names):
      .init(
        "S020", en: "the file has \(names.count) sheets: \(Self.few(names).en)",
        es: "el archivo tiene \(names.count) hojas: \(Self.few(names).es)",
        hint: names.first.map { name in
          Text(
            en: "say which one is meant, such as sheet: \"\(name.visible)\"",
            es: "diga cuál, por ejemplo sheet: \"\(name.visible)\"")
        })
    case .noSheet(let name, let names):
      .init(
        "S021", en: "the file has no sheet '\(name.visible)'", es: "el archivo no tiene ninguna hoja «\(name.visible)»",
        hint: didYouMean(name, among: names) ?? Self.its(names))
    case .noSheetNumber(let number, let names):
      .init(
        "S022", en: "the file has no sheet \(number)", es: "el archivo no tiene ninguna hoja \(number)",
        hint: Self.its(names))
    case .noCells(let sheet):
      .init(
        "S023", en: "the sheet '\(sheet.visible)' is a chart and has no cells",
        es: "la hoja «\(sheet.visible)» es un gráfico y no tiene celdas")
    case .noHeader(let sheet, let row):
      .init(
        "S024", en: "the sheet '\(sheet.visible)' has nothing in row \(row), where the names of columns are expected",
        es: "la hoja «\(sheet.visible)» no tiene nada en la fila \(row), donde se esperan los nombres de las columnas",
        hint: Text(en: "say with 'header' in which row they stand", es: "diga con «header» en qué fila están"))
    case .misplacedCell(let sheet, let cell):
      .init(
        "S030", en: "sheet '\(sheet.visible)': the cell '\(cell.visible)' is not where it stands, or is there twice",
        es: "hoja «\(sheet.visible)»: la celda «\(cell.visible)» no está en su sitio, o está dos veces",
        hint: Text(
          en: "open it in a spreadsheet program and save it again",
          es: "ábrala en un programa de hojas de cálculo y guárdela de nuevo"))
    case .misplacedRow(let sheet, let row):
      .init(
        "S031", en: "sheet '\(sheet.visible)': row \(row) does not stand below the one before it",
        es: "hoja «\(sheet.visible)»: la fila \(row) no está debajo de la anterior",
        hint: Text(
          en: "open it in a spreadsheet program and save it again",
          es: "ábrala en un programa de hojas de cálculo y guárdela de nuevo"))
    case .cellValue(let sheet, let cell):
      .init(
        "S032", en: "sheet '\(sheet.visible)': the value of cell \(cell) is not of the type that it states",
        es: "hoja «\(sheet.visible)»: el valor de la celda \(cell) no es del tipo que indica")
    case .beyondHeader(let sheet, let cell):
      .init(
        "S033", en: "sheet '\(sheet.visible)': a value stands in cell \(cell), whose column has no name",
        es: "hoja «\(sheet.visible)»: hay un valor en la celda \(cell), cuya columna no tiene nombre",
        hint: Text(en: "name the column, or remove the value", es: "dé un nombre a la columna, o quite el valor"))
    case .tooLarge(let sheet, let rows, let columns):
      .init(
        "S034", en: "the sheet '\(sheet.visible)' has more than \(rows) rows or \(columns) columns",
        es: "la hoja «\(sheet.visible)» tiene más de \(rows) filas o de \(columns) columnas")
    case .tooLong(let sheet, let row, let limit):
      .init(
        "S035", en: "sheet '\(sheet.visible)': row \(row) and those just before it hold more than \(limit >> 20) MiB",
        es: "hoja «\(sheet.visible)»: la fila \(row) y las que la preceden contienen más de \(limit >> 20) MiB",
        hint: Text(
          en: "see whether a cell or a row is repeated there, or holds a very long text",
          es: "vea si allí se repite una celda o una fila, o hay un texto muy largo"))
    case .hiddenSheet(let sheet):
      .init(
        "S040", rule: "nothing_hidden", en: "the sheet '\(sheet.visible)' is hidden: is it the one that was meant?",
        es: "la hoja «\(sheet.visible)» está oculta: ¿es la que se quería?")
    case .hiddenRows(let sheet, let count, let first):
      .init(
        "S041", rule: "nothing_hidden",
        en:
          "\(count) \(count == 1 ? "row" : "rows") of the sheet '\(sheet.visible)' \(count == 1 ? "is" : "are") hidden, "
          + "\(count == 1 ? "row" : "from row") \(first)\(count == 1 ? "" : " on"): hidden rows are read like the others",
        es: (count == 1
          ? "hay 1 fila oculta en la hoja «\(sheet.visible)», la \(first)"
          : "hay \(count) filas ocultas en la hoja «\(sheet.visible)», desde la \(first)")
          + ": las filas ocultas se leen como las demás",
        hint: Text(
          en: "a filter that was left on hides rows; see whether they belong",
          es: "un filtro que quedó puesto oculta filas; vea si corresponden"))
    case .hiddenColumns(let sheet, let names):
      .init(
        "S042", rule: "nothing_hidden",
        en: "columns of the sheet '\(sheet.visible)' are hidden, and read like the others: \(Self.few(names).en)",
        es: "hay columnas ocultas en la hoja «\(sheet.visible)», que se leen como las demás: \(Self.few(names).es)")
    }
  }

  private static func its(_ names: [String]) -> Text {
    Text(en: "its sheets are \(few(names).en)", es: "sus hojas son \(few(names).es)")
  }

  private static func few(_ names: [String]) -> Text {
    let first = names.prefix(12).map(\.visible)
    let more = names.count - first.count
    return Text(
      en: first.map { "'\($0)'" }.joined(separator: ", ") + (more > 0 ? " and \(more) others" : ""),
      es: first.map { "«\($0)»" }.joined(separator: ", ") + (more > 0 ? " y \(more) más" : ""))
  }
}

extension SpreadsheetMessage.OtherFormat {
  fileprivate var phrase: Text {
    switch self {
    case .excel97: Text(en: "a workbook of Excel 97 to 2003 (.xls)", es: "un libro de Excel 97 a 2003 (.xls)")
    case .binaryWorkbook: Text(en: "a binary workbook of Excel (.xlsb)", es: "un libro binario de Excel (.xlsb)")
    case .numbers: Text(en: "a document of Numbers", es: "un documento de Numbers")
    case .flatXML: Text(en: "a spreadsheet in a single XML file", es: "una hoja de cálculo en un solo archivo XML")
    }
  }
}
