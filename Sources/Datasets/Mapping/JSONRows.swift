public import Diagnostics
import Language
import Schema
public import Tables

extension CSVReader {
  /// The rows of a JSON document, which is one row, or a list of them; each column is what stands at the path
  /// (``JSONPath``) that is the name of the file's column.
  ///
  /// Nothing at a path is a missing value. Texts are read as the format says; what JSON itself writes as a number is
  /// that number. Throws a `DiagnosticsError` with everything that is wrong with the document or its values.
  public func read(json bytes: [UInt8], name: String) throws(DiagnosticsError) -> Table {
    let document: Value
    do throws(JSONError) {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      document = try Value(json: bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...])
    } catch {
      throw DiagnosticsError([
        Diagnostic(JSONMessage.notJSON(error), at: .init(file: name), datum: .init(dataset: dataset))
      ])
    }
    let text = try csv(of: document.list ?? [document], name)
    var reader = self
    reader.format = CSVFormat(decimalMark: format.decimalMark, missing: format.missing)
    (reader.format.thousands, reader.format.trimsBlanks) = (format.thousands, format.trimsBlanks)
    reader.format.sheet = format.sheet
    do throws(DiagnosticsError) {
      return try reader.read(text, name: name)
    } catch {
      // Lines and columns would be those of no file.
      throw DiagnosticsError(
        error.all.map {
          var problem = $0
          problem.location?.range = nil
          return problem
        })
    }
  }

  /// `rows` as canonical CSV, under the headers that the columns have.
  private func csv(of rows: [Value], _ file: String) throws(DiagnosticsError) -> [UInt8] {
    var problems: [Diagnostic] = []
    func note(_ message: JSONMessage, row: Int?, _ field: String) {
      problems.append(
        Diagnostic(
          message, at: .init(file: file),
          datum: .init(dataset: dataset, row: row.map { $0 + 1 }, field: field, rule: message.rule)))
    }
    // Two columns can be read from one place.
    var headers: [String] = []
    for spec in columns where !headers.contains(spec.header) { headers.append(spec.header) }
    let numbers = Set(columns.filter { [.integer, .decimal, .number].contains($0.type) }.map(\.header))
    let paths = headers.map(JSONPath.init)
    for (header, path) in zip(headers, paths) where path == nil { note(.noPath(header), row: nil, header) }
    var out = headers.map(Self.quoted).joined(separator: ",") + "\n"
    for (row, value) in rows.enumerated() {
      var fields: [String] = []
      for (header, path) in zip(headers, paths) {
        do throws(JSONPath.Fault) {
          // A number has the mark that the reader is told, so that no point in it is taken for one between thousands.
          let mark = numbers.contains(header) ? format.decimalMark : .point
          fields.append(Self.quoted(try path?.text(in: value, mark) ?? ""))
        } catch {
          note(.fault(error, path: header), row: row, header)
        }
      }
      out += fields.joined(separator: ",") + "\n"
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems.byRow()) }
    return Array(out.utf8)
  }

  /// A field between quotes; an empty one stands for a missing value without them.
  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "" : "\"\(text.replacing("\"", with: "\"\""))\""
  }
}

/// What can be wrong with a JSON document that rows are read from.
enum JSONMessage: DiagnosticMessage, Equatable {
  /// The bytes are no JSON.
  case notJSON(JSONError)
  /// The name of a column is no path.
  case noPath(String)
  /// There is not one value at a path.
  case fault(JSONPath.Fault, path: String)
  /// No document has anything at a path.
  case nowhere(String)

  /// The code, the sentence and what to do about it.
  var text: MessageText {
    switch self {
    case .notJSON(let error):
      .init(
        "K170", en: "the file cannot be read: it is \(error.sentence.en)",
        es: "no se puede leer el archivo: \(error.sentence.es)")
    case .noPath(let text):
      .init(
        "K171", rule: "json_path", en: "'\(text)' is no path of a value in JSON",
        es: "«\(text)» no es la ruta de un valor en JSON",
        hint: Text(
          en: "write names between points, and [name=value] or [0] for one of a list: results[party=Oak].votes",
          es: "escriba nombres entre puntos, y [nombre=valor] o [0] por uno de una lista: results[party=Oak].votes"))
    case .fault(.several(let count, let selector), let path):
      .init(
        "K172", rule: "json_path", en: "\(count) of a list are \(selector), of which '\(path)' wants one",
        es: "\(count) de una lista son \(selector), de los que «\(path)» quiere uno")
    case .fault(.noText, let path):
      .init(
        "K173", rule: "json_path", en: "an object or a list stands at '\(path)', and no value",
        es: "en «\(path)» hay un objeto o una lista, y no un valor")
    case .nowhere(let path):
      .init(
        "K174", rule: "json_path", en: "no file has anything at '\(path)'",
        es: "ningún archivo tiene nada en «\(path)»",
        hint: Text(
          en: "names and values between brackets are as the file writes them, capitals and accents included",
          es: "los nombres y valores entre corchetes son como los escribe el archivo, con mayúsculas y acentos"))
    }
  }
}
