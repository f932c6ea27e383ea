public import Diagnostics
import Language
import Tables

/// What a second reader would ask about: it breaks no rule, and is seldom meant.
public enum DoubtMessage: DiagnosticMessage, Equatable {
  /// A row adds up others.
  case addsUpOthers
  /// A row adds up others but for so much.
  case nearlyAddsUp(Int)
  /// Valid votes include others, as so many rows of those that have them say; `line` takes them off.
  case validIncludes([String], rows: Int, of: Int, line: String)
  /// A file of counts has no row.
  case noRows
  /// A row or an area is called a total.
  case calledTotal(String)
  /// A figure that only grows is less than in an earlier row.
  case lessThanBefore(String, row: String)
  /// The shares of a row add up to more than all.
  case sharesBeyondWhole(String, isMarkLost: Bool)
  /// Shares of at most one, where percent are asked.
  case fractions(String, percent: String)
  /// A part is more than its whole.
  case moreThanWhole(String, whole: String)
  /// The votes of all options are more than the valid votes.
  case votesBeyondValid(Int)
  /// No row gives votes of an option, though some give those of others.
  case optionWithoutVotes(String, column: String)
  /// A row was published so many days before election day.
  case publishedBefore(days: Int)
  /// A row was published so many days after election day.
  case publishedAfter(days: Int)
  /// A period ends on a day after the row was published.
  case periodBehindPublication
  /// A promise was due before it was published.
  case dueBeforePublication
  /// A unit is written otherwise than the program knows it.
  case unitWrittenOtherwise(String, known: String)
  /// A number has no unit, and others of its topic have one.
  case withoutUnit(others: String, of: String)
  /// A number of people is in another unit.
  case notInPeople(String, measure: String)
  /// A word differs from another row's only in how it is spelled.
  case spelledOtherwise(String, as: String)
  /// A claim on a topic has nothing that can be held against others.
  case nothingToCompare(topic: String)
  /// A claim states nothing at all.
  case statesNothing
  /// A number is about a hundredth of the others of its topic.
  case hundredthOfOthers(String, middle: String)
  /// A number of people below zero.
  case belowZero
  /// No row of one of several files has a value that rows of others have.
  case nothingInFile
  /// A figure of a sheet was another before the export in a file.
  case revised(before: Int?, after: Int?, file: String)

  /// A name or key has a character that is not seen, as do so many rows of its column.
  case unseenCharacter(Unicode.Scalar, rows: Int)
  /// A name was UTF-8 that somebody took for Latin-1, as it is in so many rows of its column.
  case garbled(String, was: String, rows: Int)
  /// The first row has no number, and every other has.
  case firstRowWithoutNumbers

  /// Of the keys of a dataset so many are those of another as they stand, and so many once their forms are set aside, such as one
  /// for the other's.
  case keysAlike(with: String, asWritten: Int, folded: Int, of: Int, key: String, other: String)

  /// So many numbers of a column are withheld, and lie in all between these.
  case withheld(Int, low: Int, high: Int)
  /// On so many rows no single whole number follows from the percentage.
  case percentLeavesOpen(rows: Int, of: Int)

  /// Whether the work can go on: it can.
  public var severity: Diagnostic.Severity { .warning }

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .addsUpOthers:
      .init(
        "K201", rule: "no_totals_row", en: "the row adds up other rows: is it a total?",
        es: "la fila suma otras filas: ¿es un total?",
        hint: Text(
          en: "leave it out with 'where:', or name its key under 'not_totals:' if it is none",
          es: "déjela fuera con «where:», o ponga su clave en «not_totals:» si no lo es"))
    case .nearlyAddsUp(let difference):
      .init(
        "K221", rule: "no_totals_row",
        en: "the row adds up other rows, but for \(difference): is it a total that is wrong?",
        es: "la fila suma otras filas, salvo por \(difference): ¿es un total equivocado?",
        hint: Text(
          en: "leave it out with 'where:', or name its key under 'not_totals:' if it is none",
          es: "déjela fuera con «where:», o ponga su clave en «not_totals:» si no lo es"))
    case .validIncludes(let parts, let rows, let all, let line):
      .init(
        "K222", rule: "valid_votes",
        en:
          "on \(rows) of \(all) rows it is the votes of the options and '\(parts.joined(separator: "', '"))' together",
        es: "en \(rows) de \(all) filas son los votos de las opciones y «\(parts.joined(separator: "», «"))» juntos",
        hint: Text(
          en: "write '\(line)' under 'columns', so that it is the votes of the options alone",
          es: "escriba «\(line)» en «columns», para que sean solo los votos de las opciones"))
    case .noRows:
      .init(
        "K223", rule: "has_rows", en: "the file has no rows, and perhaps a header alone",
        es: "el archivo no tiene filas, y quizá solo un encabezado",
        hint: Text(
          en: "is it complete? if it is, say 'expect: {rows: 0}'",
          es: "¿está completo? si lo está, escriba «expect: {rows: 0}»"))
    case .calledTotal(let name):
      .init(
        "K202", rule: "no_totals_row", en: "'\(name)' reads like the name of a total",
        es: "«\(name)» parece el nombre de un total",
        hint: Text(
          en: "leave it out with 'where:', or name its key under 'not_totals:' if it is none",
          es: "déjela fuera con «where:», o ponga su clave en «not_totals:» si no lo es"))
    case .lessThanBefore(let value, let row):
      .init(
        "K203", rule: "count_grows", en: "it is less than \(value) in row '\(row)' before it, and a count only grows",
        es: "es menor que \(value) en la fila anterior «\(row)», y un conteo solo crece")
    case .sharesBeyondWhole(let sum, let isMarkLost):
      .init(
        "K204", rule: "shares_within_whole", en: "the shares of the row add up to \(sum) %",
        es: "los porcentajes de la fila suman \(sum) %",
        hint: isMarkLost
          ? Text(en: "was the decimal mark lost?", es: "¿se perdió el signo decimal?")
          : Text(
            en: "are they shares of one whole, and of this row?", es: "¿son partes de un mismo total, y de esta fila?"))
    case .fractions(let value, let percent):
      .init(
        "K205", rule: "percent", en: "\(value) is read as \(value) %, as all shares here are 1 or less",
        es: "\(value) se lee como \(value) %, pues todos los porcentajes de aquí son 1 o menos",
        hint: Text(
          en: "are they fractions? write \(percent) for \(percent) %",
          es: "¿son fracciones? escriba \(percent) por \(percent) %"))
    case .moreThanWhole(let part, let whole):
      .init(
        "K206", rule: "part_within_whole", en: "'\(part)' is more than '\(whole)', of which it is a part",
        es: "«\(part)» es mayor que «\(whole)», del que forma parte")
    case .votesBeyondValid(let sum):
      .init(
        "K207", rule: "part_within_whole", en: "the votes of the options add up to \(sum), more than the valid votes",
        es: "los votos de las opciones suman \(sum), más que los votos válidos")
    case .optionWithoutVotes(let option, let column):
      .init(
        "K208", rule: "every_option", en: "no row gives votes of '\(option)', though votes of others are given",
        es: "ninguna fila da votos de «\(option)», aunque se dan votos de otras",
        hint: Text(
          en: "is the column called otherwise? name it under 'columns', or say '\(column): {is: not_given}'",
          es: "¿se llama la columna de otro modo? nómbrela en «columns», o escriba «\(column): {is: not_given}»"))
    case .publishedBefore(let days):
      .init(
        "K209", rule: "time_of_election", en: "it was published \(Self.days(days).en) before election day",
        es: "se publicó \(Self.days(days).es) antes del día de la elección")
    case .publishedAfter(let days):
      .init(
        "K210", rule: "time_of_election", en: "it was published \(Self.days(days).en) after election day",
        es: "se publicó \(Self.days(days).es) después del día de la elección",
        hint: Text(en: "is the year right?", es: "¿es correcto el año?"))
    case .periodBehindPublication:
      .init(
        "K211", rule: "period_published", en: "the period ends after the claim was published",
        es: "el período termina después de que se publicó la afirmación")
    case .dueBeforePublication:
      .init(
        "K212", rule: "period_published", en: "what is promised was due before the promise was published",
        es: "lo prometido vencía antes de que se publicara la promesa")
    case .unitWrittenOtherwise(let unit, let known):
      .init(
        "K213", rule: "unit", en: "'\(unit)' is not the unit '\(known)': numbers are compared in one unit alone",
        es: "«\(unit)» no es la unidad «\(known)»: los números se comparan en una sola unidad",
        hint: Text(en: "write \(known)", es: "escriba \(known)"))
    case .withoutUnit(let others, let topic):
      .init(
        "K214", rule: "unit",
        en: "the number has no unit, and others on '\(topic)' are in '\(others)': they are not compared",
        es: "el número no tiene unidad, y otros sobre «\(topic)» están en «\(others)»: no se comparan")
    case .notInPeople(let unit, let measure):
      .init(
        "K215", rule: "unit",
        en: "a number of '\(measure)' is in '\(unit)', and is not compared with numbers of people",
        es: "un número de «\(measure)» está en «\(unit)», y no se compara con números de personas",
        hint: Text(
          en: "give the number of people, where the source states it",
          es: "dé el número de personas, si la fuente lo indica"))
    case .spelledOtherwise(let word, let other):
      .init(
        "K216", rule: "one_spelling",
        en: "'\(word)' and '\(other)' differ only in how they are written, and are two things",
        es: "«\(word)» y «\(other)» solo difieren en cómo están escritos, y son dos cosas",
        hint: Text(en: "write one of them throughout", es: "escriba siempre uno de los dos"))
    case .nothingToCompare(let topic):
      .init(
        "K217", rule: "states_something",
        en: "the claim has no number, answer or option, so that nothing on '\(topic)' is held against it",
        es:
          "la afirmación no tiene número, respuesta ni opción, de modo que nada sobre «\(topic)» se confronta con ella")
    case .statesNothing:
      .init(
        "K218", rule: "states_something", en: "the claim states nothing: no number, answer, option, promise or words",
        es: "la afirmación no indica nada: ni número, ni respuesta, ni opción, ni promesa, ni palabras")
    case .hundredthOfOthers(let value, let middle):
      .init(
        "K219", rule: "percent", en: "\(value) is about a hundredth of what others on the topic state, \(middle)",
        es: "\(value) es alrededor de la centésima parte de lo que indican otros sobre el tema, \(middle)",
        hint: Text(
          en: "is it a fraction, where percent are meant?", es: "¿es una fracción, donde se quiere un porcentaje?"))
    case .belowZero:
      .init(
        "K220", rule: "people", en: "a number of people is below zero", es: "un número de personas es menor que cero")
    case .revised(let before, let after, let file):
      .init(
        "K231", rule: "figure_stays",
        en: "it was \(before.map(String.init) ?? "blank") until \(file), which has \(after.map(String.init) ?? "none")",
        es:
          "era \(before.map(String.init) ?? "un campo vacío") hasta \(file), que tiene \(after.map(String.init) ?? "un campo vacío")"
      )
    case .nothingInFile:
      .init(
        "K230", rule: "every_file", en: "no row of this file has a value, though rows of the other files have",
        es: "ninguna fila de este archivo tiene un valor, aunque las de los otros archivos lo tienen",
        hint: Text(
          en: "is the column called otherwise there? what the workspace names under 'columns' must be in every file",
          es:
            "¿se llama ahí la columna de otro modo? lo que el espacio de trabajo nombra en «columns» debe estar en cada archivo"
        ))
    case .unseenCharacter(let scalar, let rows):
      .init(
        "K232", rule: "seen_characters", en: "it holds \(scalar.codePoint), which is not seen\(Self.others(rows).en)",
        es: "contiene \(scalar.codePoint), que no se ve\(Self.others(rows).es)",
        hint: Text(
          en: "without it the text is another one, as names and keys are matched letter by letter",
          es: "sin él el texto es otro, pues los nombres y las claves se comparan letra por letra"))
    case .garbled(let text, let original, let rows):
      .init(
        "K233", rule: "encoding",
        en: "'\(text)' reads like '\(original)', whose UTF-8 was taken for Latin-1\(Self.others(rows).en)",
        es: "«\(text)» parece «\(original)», cuyo UTF-8 se tomó por Latin-1\(Self.others(rows).es)",
        hint: Text(
          en: "does the file have two encodings? nothing is converted by guess",
          es: "¿tiene el archivo dos codificaciones? nada se convierte por conjetura"))
    case .withheld(let count, let low, let high):
      .init(
        "K236", rule: "whole_sums",
        en: count == 1
          ? "1 number is withheld, and lies between \(low) and \(high)"
          : "\(count) numbers are withheld, and lie in all between \(low) and \(high)",
        es: count == 1
          ? "se retiene 1 número, que está entre \(low) y \(high)"
          : "se retienen \(count) números, que en total están entre \(low) y \(high)",
        hint: Text(en: "no sum has them", es: "ninguna suma los incluye"))
    case .percentLeavesOpen(let rows, let all):
      .init(
        "K237", rule: "percent", en: "on \(rows) of \(all) rows no single whole number follows from the percentage",
        es: "en \(rows) de \(all) filas el porcentaje no determina un solo número entero",
        hint: Text(en: "it is missing there", es: "ahí falta el valor"))
    case .keysAlike(let dataset, let asWritten, let folded, let all, let key, let other):
      .init(
        "K235", rule: "one_spelling",
        en:
          "\(asWritten) of \(all) keys are those of '\(dataset)', and \(folded) would be without blanks, leading zeros and Unicode forms, such as '\(key)' for '\(other)'",
        es:
          "\(asWritten) de \(all) claves son las de «\(dataset)», y \(folded) lo serían sin espacios, ceros a la izquierda ni formas Unicode, como «\(key)» por «\(other)»",
        hint: Text(
          en: "a spreadsheet takes zeros away: use the file as it was published, or keep keys as texts",
          es: "las hojas de cálculo quitan ceros: use el archivo tal como se publicó, o guarde las claves como texto"))
    case .firstRowWithoutNumbers:
      .init(
        "K234", rule: "one_header",
        en: "the first row has no number, and every other has: is it a second line of names?",
        es: "la primera fila no tiene ningún número, y todas las demás sí: ¿es una segunda línea de nombres?",
        hint: Text(en: "leave it out with 'where:'", es: "déjela fuera con «where:»"))
    }
  }

  /// How many more rows there are like the one that is told.
  private static func others(_ rows: Int) -> Text {
    switch rows {
    case 1: Text(en: "", es: "")
    case 2: Text(en: ", as in 1 more row", es: ", como en 1 fila más")
    default: Text(en: ", as in \(rows - 1) more rows", es: ", como en \(rows - 1) filas más")
    }
  }

  private static func days(_ count: Int) -> Text {
    count == 1 ? Text(en: "1 day", es: "1 día") : Text(en: "\(count) days", es: "\(count) días")
  }
}
