import ModuleKit
import TestSupport

/// A small operation with one of everything: what operations declare and how they are run is tested on it.
struct CensusOfThings: CodedOperation {
  static let summary = Text(en: "Counts things", es: "Cuenta cosas")
  static let tables: [any AnyTableKind] = coded
  static let coded = [
    CodedTable(
      "counted", Text(en: "Counted", es: "Contado"),
      columns: [.init("name", .text, Text("Name")), .init("number", .number, Text("Number"))])
  ]
  static let figures = [FigureKind("bars", Text(en: "Bars", es: "Barras"))]

  enum Code: String, FindingCode {
    case counted
    case screened
    case tooSevere = "too_severe"

    var kind: CodedFindingKind {
      let numbers = [CodedFindingKind.Number("total", .votes, Text(en: "the total", es: "el total"))]
      switch self {
      case .counted:
        return CodedFindingKind(
          .notice, Text(en: "{who} counted {total}.", es: "{who} contó {total}."),
          caution: Text(en: "Counting is not knowing.", es: "Contar no es saber."),
          method: Text(en: "sums", es: "sumas"), numbers: numbers, words: ["who"])
      case .screened:
        return CodedFindingKind(
          .notice, tier: .screening, placement: .annex, Text(en: "Look at {who}.", es: "Mire a {who}."),
          caution: Text(en: "It may be nothing.", es: "Puede no ser nada."), method: Text(en: "looks", es: "miradas"),
          words: ["who"])
      case .tooSevere:
        return CodedFindingKind(
          .concern, tier: .screening, Text(en: "Beware.", es: "Cuidado."),
          caution: Text(en: "Or not.", es: "O no."), method: Text(en: "looks", es: "miradas"))
      }
    }
  }

  /// What the operation does, by the parameter `deed`.
  enum Deed: String, CaseIterable, ParameterValue {
    case good, undeclaredNumber, undeclaredWord, incomplete, notFinite, twice, tooSevere, forbidden, undeclaredTable,
      otherColumns, otherTypes, undeclaredFigure, everything
  }

  @Input(.bulletins, "the published counts") var bulletins: Bulletins
  @Input(.claims, "what was said of them") var claims: Claims?
  @TextInput var template: [Language: TextFile]
  @ResultsInput var results: [StoredResult]
  @Parameter("what to do") var deed = Deed.good

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    let total = Quantity(bulletins.all.compactMap { $0.votes.first ?? nil }.reduce(0, +), .votes)
    let words = ["who": Text(en: "the board", es: "la junta")]
    let evidence = [bulletins.source.evidence(bulletins.all.map(\.provenance))]
    let row: [Cell] = ["a", 1.5]
    switch deed {
    case .good:
      findings.add(.counted, about: "president", ["total": total], words: words, from: evidence)
      findings.add(table: try Self.coded[0].table([row]), as: "counted")
      findings.add(figure: Text("<svg/>"), as: "bars")
      findings.add(page: "<html></html>", in: .spanish)
    case .undeclaredNumber:
      findings.add(.screened, about: "president", ["total": total], words: words, from: evidence)
    case .undeclaredWord:
      findings.add(
        .counted, about: "president", ["total": total], words: words.merging(["whom": Text("x")]) { a, _ in a },
        from: evidence)
    case .incomplete: findings.add(.counted, about: "president", ["total": total], from: evidence)
    case .notFinite:
      findings.add(.counted, about: "president", ["total": Quantity(.nan, .votes)], words: words, from: evidence)
    case .twice:
      findings.add(.counted, about: "president", ["total": total], words: words, from: evidence)
      findings.add(.counted, about: "president", ["total": total], words: words, from: evidence)
    case .tooSevere: findings.add(.tooSevere, about: "president", from: evidence)
    case .forbidden:
      findings.add(
        .counted, about: "president", ["total": total], words: ["who": Text(en: "the winner", es: "la junta")],
        from: evidence)
    case .undeclaredTable: findings.add(table: try Self.coded[0].table([row]), as: "other")
    case .otherColumns:
      let kind = CodedTable("counted", Text("x"), columns: [.init("name", .text, Text("x"))])
      findings.add(table: try kind.table([["a"]]), as: "counted")
    case .otherTypes:
      let kind = CodedTable(
        "counted", Text("x"), columns: [.init("name", .text, Text("x")), .init("number", .integer, Text("x"))])
      findings.add(table: try kind.table([["a", 1]]), as: "counted")
    case .undeclaredFigure: findings.add(figure: Text("<svg/>"), as: "lines")
    case .everything:
      findings.add(.tooSevere, about: "president", from: evidence)
      findings.add(figure: Text("<svg/>"), as: "lines")
    }
  }
}

/// The module of the small operation.
let census = SwiftModule("census", version: "3", operations: [CensusOfThings.self])

extension KindSample {
  /// A request that the small operation can answer.
  func request(_ deed: CensusOfThings.Deed = .good) throws -> Request {
    var request = Request("census_of_things")
    let text = "id,source,votes_amapola,basis\nb1,tse,5,observed\nb2,eu,7,alleged\n"
    let bulletins = try read(.bulletins, text)
    request.inputs["bulletins"] = LoadedDataset(bulletins.source, kind: DatasetKind.bulletins, content: bulletins)
    request.files["template"] = [.english: TextFile(path: "t.md", text: "x")]
    request.parameters["deed"] = .string(deed.rawValue)
    return request
  }

  var context: Context {
    Context(
      mission: Mission(
        id: "m", title: Text("M"), electionDay: Day(ordinal: 17_496), zone: zone, languages: [.english], notice: nil))
  }
}
