public import Diagnostics
import Language

/// What can be wrong with a row, seen across its columns.
public enum RowMessage: Error, DiagnosticMessage, Equatable {
  /// A row gives a day and times of publication.
  case publishedTwice
  /// A day of publication that reaches out of the years that can be written.
  case publishedOutOfReach
  /// A row's publication ends before it begins.
  case publishedBackwards
  /// A row names an option that the contest does not have.
  case unknownOption(String, contest: String, options: [String])
  /// A row states a lead without saying whose.
  case leadWithoutLeader
  /// A row follows the previous one, but all its times are earlier.
  case followsBackwards(previous: String)
  /// The first row follows a previous one.
  case followsNothing
  /// A row states nothing that can be read as a count.
  case statesNothing
  /// A capture said to be empty or failed states figures of the options.
  case captureHoldsFigures
  /// A capture ends before it begins.
  case capturedBackwards
  /// A period ends before it begins.
  case periodBackwards
  /// A row gives one value and a range of values.
  case valueTwice
  /// A range of values ends below where it begins.
  case rangeBackwards
  /// A row refers to a row that is not there.
  case unknownRow(String)
  /// A row names a source that the register does not have.
  case unknownSource(String, known: [String])
  /// A source that readers have no name for.
  case withoutLabel
  /// What stands for a language is no code of one.
  case notLanguage(String)
  /// A number is larger than the number it is a part of.
  case partExceedsWhole(part: String, whole: String)
  /// A row lacks a value that another of its values asks for.
  case lacks(String, because: String)
  /// A row adds up others: a row of totals among sheets.
  case totalsRow
  /// A column is read as two things that have different types.
  case columnUsedTwice(String, by: [String])
  /// Several columns are given for a value that is made of one.
  case severalColumns(String)
  /// A value is no time of the declared form.
  case notTime(TimeNotation, String)
  /// The parts of a time make none.
  case noSuchTime(String)
  /// Clocks of the zone never showed the time: they went forward over it.
  case neverShown(String, String)
  /// A number is a time in the other unit, and none in the declared one.
  case otherUnit(String, TimeNotation, TimeNotation)
  /// A time lies outside of the years in which it can be meant.
  case yearOutOfReach(ClosedRange<Int>)
  /// A pattern without an hour stands where an instant is wanted.
  case dayForInstant(String, String)
  /// The workspace says of a row that it is no total, and no row has its key.
  case noSuchKey(String)
  /// A row of a long file names what is neither an option nor another number of the sheet.
  case unknownRowOption(String, names: [String])
  /// A file's column has different texts for a missing value, by what is read from it.
  case missingDiffers(String, by: [String])
  /// What is to stand for a missing value is no value of the column.
  case noValue(String, for: String)
  /// Numbers are to be taken off what is no whole number.
  case nothingTakenOff(String)
  /// A number is smaller than what is taken off it.
  case belowZero(Int, less: Int)
  /// The row at `first`, from 1, has the same key; `file` is its file, where that is another.
  case duplicateKey(first: Int, file: String? = nil)
  /// A sheet names an option that the row at `first`, from 1, has named; `file` as above.
  case optionTwice(first: Int, file: String? = nil)
  /// A row of a sheet says something else of the sheet than the row at `first`, from 1; `file` as above.
  case sheetDiffers(first: Int, file: String? = nil)
  /// The file has another number of rows than the workspace expects.
  case expectedRows(Int, found: Int)
  /// A column has another total than the workspace expects.
  case expectedTotal(String, Int, found: Int)
  /// The workspace expects a total of a column that the kind does not have.
  case expectedUnknown(String, known: [String])
  /// The votes of two options are read from one column.
  case optionsShareColumn(String, String, column: String)
  /// The file gives votes of other options, but none of this one.
  case optionWithoutColumn(String, column: String)
  /// The workspace says that the file does not give what every row needs.
  case needed(String)
  /// A filter asks for a value that no row has.
  case filterMissesAll(String, column: String, present: [String])
  /// A part is larger than its whole on most rows.
  case exceedsThroughout(String, whole: String, rows: Int, of: Int)
  /// The name of a coarsest area is a number, as no more than half of the others are.
  case numberForName
  /// The row's number is to stand where it cannot.
  case rowNumber(String)
  /// The file's name is to stand where it cannot.
  case fileName(String)
  /// A file's name is not as the pattern has it.
  case fileNameDiffers(pattern: String)
  /// What a file of a series has for its moment is none.
  case nameWithoutTime(TimeNotation, String)
  /// A file of a series was made at the moment of another.
  case sameMoment(String)
  /// A file that is to be a capture has other than one row.
  case notOneRow(Int)
  /// The rows say when they became known, and the series does as well.
  case seriesSaysWhen(String)
  /// What is to stand on every row is no value of the column.
  case noConstant(String, for: String)
  /// What is made by `join` or `split` is no free text.
  case noFreeText(String)
  /// A text holds `count` things and not `usual`, as most rows of the column do.
  case partsDiffer(String, separator: String, count: Int, usual: Int)
  /// The texts of a column hold fewer things than the number of the one that is taken.
  case noSuchPart(TextPart, column: String, usual: Int)
  /// Nothing stands in a part of a text that every row needs.
  case emptyPart(String, TextPart)
  /// What is worked out of a percentage is no whole number.
  case percentOfNoNumber(String)
  /// No whole number is the one of which a part is so many percent.
  case percentOfNothing(Int, percent: String)
  /// So many more files of a dataset cannot be read either.
  case moreFiles(Int, of: Int)
  /// So many more rows break a rule in one column, of which `row` is the first.
  case more(Int, rule: String, row: Int)

  /// What to write where a value, such as an impossible time, says that it is not known.
  private static func unknown(_ value: String) -> Text {
    Text(
      en: "where that says that it is not known, add 'missing: [\"\(value)\"]' to the column in veedor.yaml",
      es: "si eso indica que no se conoce, agregue «missing: [\"\(value)\"]» a la columna en veedor.yaml")
  }

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .publishedTwice:
      .init(
        "K101", rule: "published_once", en: "the row gives both a day of publication and times; give one or the other",
        es: "la fila da a la vez un día de publicación y horas; dé uno o lo otro")
    case .publishedOutOfReach:
      .init(
        "K133", rule: "published_years", en: "in UTC the day reaches out of the years 0 to 9999",
        es: "en UTC el día queda fuera de los años 0 a 9999",
        hint: Text(
          en: "leave the field empty where the time is not known", es: "deje el campo vacío donde no se conoce la hora")
      )
    case .publishedBackwards:
      .init(
        "K102", rule: "published_order", en: "the publication ends before it begins",
        es: "la publicación termina antes de empezar")
    case .unknownOption(let name, let contest, let options):
      .init(
        "K103", rule: "option_of_contest", en: "contest '\(contest)' has no option '\(name)'",
        es: "la contienda «\(contest)» no tiene la opción «\(name)»", hint: didYouMean(name, among: options))
    case .leadWithoutLeader:
      .init(
        "K104", rule: "lead_has_leader", en: "the row states a lead but not whose; fill 'leader'",
        es: "la fila indica una ventaja, pero no de quién; llene «leader»")
    case .followsBackwards(let previous):
      .init(
        "K105", rule: "follows_previous",
        en: "the row is said to follow '\(previous)', but it was published before that can have been",
        es: "la fila indica que sigue a «\(previous)», pero se publicó antes de que esa pudiera publicarse")
    case .followsNothing:
      .init(
        "K106", rule: "follows_previous", en: "the first row cannot follow a previous one",
        es: "la primera fila no puede seguir a una anterior")
    case .statesNothing:
      .init(
        "K107", rule: "states_something", en: "the row states neither votes nor percentages nor a lead",
        es: "la fila no indica votos, porcentajes ni ventaja")
    case .captureHoldsFigures:
      .init(
        "K134", rule: "capture_state", en: "the capture is said to be without figures, but the row states some",
        es: "se indica que la captura no tiene cifras, pero la fila las da",
        hint: Text(
          en: "say 'complete', or leave the figures blank", es: "escriba «complete», o deje las cifras en blanco"))
    case .capturedBackwards:
      .init(
        "K135", rule: "capture_order", en: "the capture ends before it begins",
        es: "la captura termina antes de empezar")
    case .periodBackwards:
      .init(
        "K108", rule: "period_order", en: "the period ends before it begins", es: "el período termina antes de empezar")
    case .valueTwice:
      .init(
        "K109", rule: "value_once", en: "the row gives both a value and a range; give one or the other",
        es: "la fila da a la vez un valor y un rango; dé uno o lo otro")
    case .rangeBackwards:
      .init(
        "K110", rule: "range_order", en: "the range ends below where it begins",
        es: "el rango termina por debajo de donde empieza")
    case .unknownRow(let key):
      .init("K111", rule: "row_exists", en: "there is no row '\(key)'", es: "no existe la fila «\(key)»")
    case .unknownSource(let key, let known):
      .init(
        "K141", rule: "source_of_register", en: "the register of sources has no '\(key)'",
        es: "el registro de fuentes no tiene «\(key)»", hint: didYouMean(key, among: known))
    case .withoutLabel:
      .init(
        "K142", rule: "source_has_label", en: "readers have no name for the source; fill 'label_en' or 'label_es'",
        es: "los lectores no tienen un nombre para la fuente; llene «label_en» o «label_es»")
    case .notLanguage(let code):
      .init(
        "K143", rule: "language_code", en: "'\(code)' is no code of a language",
        es: "«\(code)» no es código de ningún idioma",
        hint: Text(en: "write es, en, pt and so on", es: "escriba es, en, pt, etc."))
    case .partExceedsWhole(let part, let whole):
      .init(
        "K112", rule: "part_within_whole", en: "'\(part)' is more than '\(whole)', of which it is a part",
        es: "«\(part)» es mayor que «\(whole)», del que forma parte")
    case .lacks(let column, let because):
      .init(
        "K113", rule: "complete", en: "'\(column)' is missing, but '\(because)' asks for it",
        es: "falta «\(column)», que «\(because)» exige")
    case .totalsRow:
      .init(
        "K115", rule: "no_totals_row", en: "the row adds up other rows: it is a total, not a sheet",
        es: "la fila suma otras filas: es un total, no un acta",
        hint: Text(
          en: "leave it out with 'where:', or name its key under 'not_totals:' if it is a sheet",
          es: "déjela fuera con «where:», o ponga su clave en «not_totals:» si es un acta"))
    case .columnUsedTwice(let column, let names):
      .init(
        "K116", rule: "column_mapping",
        en:
          "the file's column '\(column)' is to be read as values of different types: \(names.joined(separator: ", "))",
        es:
          "la columna «\(column)» del archivo debe leerse como valores de tipos distintos: \(names.joined(separator: ", "))"
      )
    case .severalColumns(let name):
      .init(
        "K117", rule: "column_mapping", en: "'\(name)' is made of one column, not of several",
        es: "«\(name)» se forma de una columna, no de varias")
    case .notTime(let notation, let value):
      .init(
        "K118", rule: "time", en: "'\(value)' is no time written as \(notation.name)",
        es: "«\(value)» no es una hora escrita como \(notation.name)", hint: Self.unknown(value))
    case .noSuchTime(let value):
      .init(
        "K119", rule: "time", en: "'\(value)' is no time of the calendar",
        es: "«\(value)» no es una hora del calendario", hint: Self.unknown(value))
    case .neverShown(let value, let zone):
      .init(
        "K155", rule: "time", en: "clocks of \(zone) never showed '\(value)': they went forward over it",
        es: "los relojes de \(zone) nunca marcaron «\(value)»: se adelantaron y lo saltaron",
        hint: Text(
          en: "is 'zone' right? \(Self.unknown(value).en)", es: "¿es correcta «zone»? \(Self.unknown(value).es)"))
    case .otherUnit(let value, let notation, let other):
      .init(
        "K156", rule: "time", en: "'\(value)' is no time written as \(notation.name), but one as \(other.name)",
        es: "«\(value)» no es una hora escrita como \(notation.name), sino como \(other.name)",
        hint: Text(en: "say 'time: \(other.name)'", es: "escriba «time: \(other.name)»"))
    case .yearOutOfReach(let years):
      .init(
        "K157", rule: "years", en: "the time is not in the years \(years.lowerBound) to \(years.upperBound)",
        es: "la hora no está en los años \(years.lowerBound) a \(years.upperBound)",
        hint: Text(
          en: "if it stands for one that is not known, leave the field empty, or say so under 'missing' of the column",
          es: "si representa una que no se conoce, deje el campo vacío, o indíquelo en «missing» de la columna"))
    case .dayForInstant(let pattern, let name):
      .init(
        "K158", rule: "column_mapping", en: "'\(name)' is an instant, and '\(pattern)' names a day",
        es: "«\(name)» es un instante, y «\(pattern)» indica un día",
        hint: Text(
          en: "add the hour, or read the day as 'published'", es: "agregue la hora, o lea el día como «published»"))
    case .noSuchKey(let key):
      .init(
        "K159", rule: "no_totals_row", en: "no row has the key '\(key)', which 'not_totals' names",
        es: "ninguna fila tiene la clave «\(key)», que «not_totals» menciona")
    case .unknownRowOption(let name, let names):
      .init(
        "K150", rule: "option_of_contest", en: "'\(name)' is no option of the contest",
        es: "«\(name)» no es una opción de la contienda",
        hint: didYouMean(name, among: names)
          ?? Text(
            en: "name it in 'long.names' under its option, under blank or null, or leave its rows out with 'where'",
            es: "póngala en «long.names» con su opción, con blank o null, o deje fuera sus filas con «where»"))
    case .missingDiffers(let column, let names):
      .init(
        "K151", rule: "column_mapping",
        en: "'missing' says different things of the file's column '\(column)': \(names.joined(separator: ", "))",
        es: "«missing» dice cosas distintas de la columna «\(column)» del archivo: \(names.joined(separator: ", "))")
    case .noValue(let value, let name):
      .init(
        "K152", rule: "column_mapping", en: "'\(value)' cannot stand where '\(name)' is missing: it is no value of it",
        es: "«\(value)» no puede estar donde falta «\(name)»: no es un valor suyo")
    case .nothingTakenOff(let name):
      .init(
        "K153", rule: "column_mapping", en: "'less' takes numbers off whole numbers, and '\(name)' is none",
        es: "«less» resta números de números enteros, y «\(name)» no lo es")
    case .belowZero(let whole, let less):
      .init(
        "K154", rule: "at_least 0", en: "\(whole) less \(less) is below 0", es: "\(whole) menos \(less) es menor que 0",
        hint: Text(en: "is it the right column?", es: "¿es la columna correcta?"))
    case .duplicateKey(let first, let file):
      .init(
        "K120", rule: "unique_key", en: "\(Self.row(first, of: file).en) has the same key",
        es: "\(Self.row(first, of: file).es) tiene la misma clave")
    case .optionTwice(let first, let file):
      .init(
        "K121", rule: "option_once",
        en: "\(Self.row(first, of: file).en) gives votes of the same option of the same sheet",
        es: "\(Self.row(first, of: file).es) da votos de la misma opción de la misma acta")
    case .sheetDiffers(let first, let file):
      .init(
        "K122", rule: "sheet_agrees", en: "\(Self.row(first, of: file).en) of the same sheet has another value",
        es: "\(Self.row(first, of: file).es), de la misma acta, tiene otro valor")
    case .expectedRows(let rows, let found):
      .init(
        "K123", rule: "expected_rows", en: "the file holds \(found) rows, not \(rows) as expected",
        es: "el archivo contiene \(found) filas, no las \(rows) que se esperaban",
        hint: Text(en: "is it the right file, and complete?", es: "¿es el archivo correcto, y está completo?"))
    case .expectedTotal(let name, let total, let found):
      .init(
        "K124", rule: "expected_total", en: "'\(name)' adds up to \(found), not to \(total) as expected",
        es: "«\(name)» suma \(found), no los \(total) que se esperaban",
        hint: Text(en: "is it the right file, and complete?", es: "¿es el archivo correcto, y está completo?"))
    case .expectedUnknown(let name, let known):
      .init(
        "K125", rule: "expected_total", en: "there is no column '\(name)' of whole numbers to add up",
        es: "no hay una columna «\(name)» de números enteros que sumar", hint: didYouMean(name, among: known))
    case .optionsShareColumn(let first, let second, let column):
      .init(
        "K126", rule: "column_mapping",
        en: "'\(first)' and '\(second)' are both read from the file's column '\(column)'",
        es: "«\(first)» y «\(second)» se leen ambas de la columna «\(column)» del archivo")
    case .optionWithoutColumn(let option, let column):
      .init(
        "K127", rule: "column_mapping",
        en: "the file gives votes of other options, but none of '\(option)': there is no column '\(column)'",
        es: "el archivo da votos de otras opciones, pero ninguno de «\(option)»: no hay columna «\(column)»",
        hint: Text(
          en:
            "name the file's column under 'columns', or say '\(column): {is: not_given}' if the file does not give these votes",
          es:
            "nombre la columna del archivo en «columns», o escriba «\(column): {is: not_given}» si el archivo no da esos votos"
        ))
    case .needed(let name):
      .init(
        "K132", rule: "column_mapping", en: "'\(name)' is said not to be given, but every row needs it",
        es: "se indica que «\(name)» no se da, pero cada fila lo necesita")
    case .filterMissesAll(let value, let column, let present):
      .init(
        "K128", rule: "filter", en: "no row has '\(value)' in column '\(column)', as 'where' asks",
        es: "ninguna fila tiene «\(value)» en la columna «\(column)», como pide «where»",
        hint: didYouMean(value, among: present))
    case .exceedsThroughout(let part, let whole, let rows, let all):
      .init(
        "K129", rule: "part_within_whole", en: "'\(part)' is more than '\(whole)' on \(rows) of \(all) rows",
        es: "«\(part)» es mayor que «\(whole)» en \(rows) de \(all) filas",
        hint: Text(en: "are columns exchanged?", es: "¿están cambiadas las columnas?"))
    case .numberForName:
      .init(
        "K130", rule: "name_of_area", en: "the name is a number, but other names there are not",
        es: "el nombre es un número, pero otros nombres de ahí no lo son",
        hint: Text(en: "are the values of this row shifted?", es: "¿están corridos los valores de esta fila?"))
    case .rowNumber(let name):
      .init(
        "K131", rule: "column_mapping", en: "the row's number cannot stand for '\(name)'",
        es: "el número de la fila no puede servir de «\(name)»",
        hint: Text(
          en: "it can stand for a text, such as the key, of a file with one row a sheet",
          es: "puede servir de texto, como la clave, en un archivo con una fila por acta"))
    case .fileName(let name):
      .init(
        "K160", rule: "column_mapping", en: "the file's name cannot stand for '\(name)'",
        es: "el nombre del archivo no puede servir de «\(name)»",
        hint: Text(
          en: "it can stand for a text, or for an instant where 'time' says how it is written",
          es: "puede servir de texto, o de instante si «time» indica cómo está escrito"))
    case .fileNameDiffers(let pattern):
      .init(
        "K161", rule: "file_name", en: "the file's name is not as '\(pattern)' has it",
        es: "el nombre del archivo no es como indica «\(pattern)»",
        hint: Text(
          en: "{} stands for the part that is taken, * for any characters; a pattern with / is one of the whole path",
          es: "{} es la parte que se toma y * cualesquiera caracteres; un patrón con / es de toda la ruta"))
    case .nameWithoutTime(let notation, let value):
      .init(
        "K176", rule: "series", en: "'\(value)' in the file's name is no time written as \(notation.name)",
        es: "«\(value)», en el nombre del archivo, no es una hora escrita como \(notation.name)",
        hint: Text(en: "see 'pattern' and 'time' of 'series'", es: "vea «pattern» y «time» de «series»"))
    case .sameMoment(let file):
      .init(
        "K163", rule: "series", en: "the moment in the file's name is that of \(file)",
        es: "el momento en el nombre del archivo es el de \(file)")
    case .notOneRow(let rows):
      .init(
        "K164", rule: "series", en: "the file has \(rows) rows, and a capture of a count is one",
        es: "el archivo tiene \(rows) filas, y la captura de un conteo es una",
        hint: Text(en: "leave the others out with 'where'", es: "deje fuera las demás con «where»"))
    case .seriesSaysWhen(let name):
      .init(
        "K165", rule: "series", en: "'\(name)' is given, but 'series' says when rows became known",
        es: "se da «\(name)», pero «series» indica cuándo se conocieron las filas",
        hint: Text(en: "take one of the two out", es: "quite uno de los dos"))
    case .noConstant(let value, let name):
      .init(
        "K166", rule: "column_mapping", en: "'\(value)', which is to stand on every row, is no value of '\(name)'",
        es: "«\(value)», que debe estar en cada fila, no es un valor de «\(name)»")
    case .noFreeText(let name):
      .init(
        "K167", rule: "column_mapping", en: "'join' and 'split' make names and keys, and '\(name)' is none",
        es: "«join» y «split» forman nombres y claves, y «\(name)» no lo es")
    case .partsDiffer(let value, let separator, let count, let usual):
      .init(
        "K168", rule: "parts",
        en: "'\(value)' has \(count == 1 ? "1 part" : "\(count) parts") at '\(separator)', and most rows have \(usual)",
        es:
          "«\(value)» tiene \(count == 1 ? "1 parte" : "\(count) partes") con «\(separator)», y la mayoría de las filas tienen \(usual)",
        hint: count < usual
          ? Text(
            en: "if the last parts are missing there, say 'empty: \"\"' beside 'split'",
            es: "si ahí faltan las últimas partes, escriba «empty: \"\"» junto a «split»")
          : Text(
            en: "does a name hold the sign? 'split' may be longer, with the blanks around it",
            es: "¿contiene el signo un nombre? «split» puede ser más largo, con los espacios alrededor"))
    case .noSuchPart(let part, let column, let usual):
      .init(
        "K169", rule: "parts",
        en:
          "part \(part.number) of '\(column)' is wanted, which has \(usual == 1 ? "1 part" : "\(usual) parts") at '\(part.separator)'",
        es:
          "se quiere la parte \(part.number) de «\(column)», que tiene \(usual == 1 ? "1 parte" : "\(usual) partes") con «\(part.separator)»"
      )
    case .emptyPart(let value, let part):
      .init(
        "K175", rule: "parts", en: "part \(part.number) of '\(value)' at '\(part.separator)' is empty",
        es: "la parte \(part.number) de «\(value)» con «\(part.separator)» está vacía")
    case .percentOfNoNumber(let name):
      .init(
        "K178", rule: "column_mapping", en: "'percent' works out whole numbers, and '\(name)' is none",
        es: "«percent» calcula números enteros, y «\(name)» no lo es")
    case .percentOfNothing(let part, let percent):
      .init(
        "K179", rule: "percent", en: "\(part) is \(percent) % of no whole number",
        es: "\(part) no es el \(percent) % de ningún número entero",
        hint: Text(
          en: "is it the share of that column in the one that is asked for?",
          es: "¿es la parte de esa columna en la que se pide?"))
    case .moreFiles(let count, let all):
      .init(
        "K162", en: "and \(count) more of the \(all) files cannot be read",
        es: "y \(count) más de los \(all) archivos no se pueden leer")
    case .more(let count, let rule, let row):
      .init(
        "K114", rule: rule,
        en: "and \(count) more of this kind (\(rule)), \(count == 1 ? "in row \(row)" : "from row \(row) on")",
        es: "y \(count) más de este tipo (\(rule)), \(count == 1 ? "en la fila \(row)" : "desde la fila \(row)")")
    }
  }

  /// A row as another file names it.
  private static func row(_ row: Int, of file: String?) -> Text {
    Text(en: "row \(row)\(file.map { " of \($0)" } ?? "")", es: "la fila \(row)\(file.map { " de \($0)" } ?? "")")
  }
}
