import ModuleKit
import TestSupport

/// A small operation with one of everything: what operations declare and how they are run is tested on it.
struct CensusOfThings: ModuleOperation {
  static let summary = Text(en: "Counts things", es: "Cuenta cosas")
  static let findings: [any AnyFindingKind] = [Counted.kind, Screened.kind, TooSevere.kind]
  static let counted = TableKind<(name: String, number: Double)>(
    "counted", Text(en: "Counted", es: "Contado"),
    columns: [.init("name", Text("Name")) { $0.name }, .init("number", Text("Number")) { $0.number }])
  static let tables: [any AnyTableKind] = [counted]
  static let bars = FigureKind("bars", Text(en: "Bars", es: "Barras"))
  static let figures = [bars]

  struct Counted: FindingShape {
    let total: Quantity
    let who: Text

    static let kind = FindingKind<Self>(
      .notice, Sentence(en: "\(\.who) counted \(\.total).", es: "\(\.who) contó \(\.total)."),
      caution: Text(en: "Counting is not knowing.", es: "Contar no es saber."), method: Text(en: "sums", es: "sumas"),
      numbers: [.init("total", \.total, .votes, Text(en: "the total", es: "el total"))], words: [.init("who", \.who)])
  }

  struct Screened: FindingShape {
    let who: Text

    static let kind = FindingKind<Self>(
      .notice, tier: .screening, placement: .annex, Sentence(en: "Look at \(\.who).", es: "Mire a \(\.who)."),
      caution: Text(en: "It may be nothing.", es: "Puede no ser nada."), method: Text(en: "looks", es: "miradas"),
      words: [.init("who", \.who)])
  }

  struct TooSevere: FindingShape {
    static let kind = FindingKind<Self>(
      .concern, tier: .screening, Sentence(en: "Beware.", es: "Cuidado."),
      caution: Text(en: "Or not.", es: "O no."), method: Text(en: "looks", es: "miradas"))
  }

  /// A kind that the operation does not list.
  struct Unlisted: FindingShape {
    static let kind = FindingKind<Self>(
      .info, Sentence(en: "So it is.", es: "Así es."), caution: Text(en: "Or not.", es: "O no."),
      method: Text(en: "looks", es: "miradas"))
  }

  /// What the operation does, by the parameter `deed`.
  enum Deed: String, CaseIterable, ParameterValue {
    case good, unlisted, wrongUnit, notFinite, twice, tooSevere, named, undeclaredTable, undeclaredFigure,
      unsafeFigure,
      everything
  }

  @Input(.bulletins, "the published counts") var bulletins: Bulletins
  @Input(.claims, "what was said of them") var claims: Claims?
  @TextInput var template: [Language: TextFile]
  @ResultsInput var results: [StoredResult]
  @Parameter("what to do") var deed = Deed.good

  func run(_ findings: inout Findings, _ context: Context) async throws {
    let total = Quantity(bulletins.all.compactMap { $0.votes.first ?? nil }.reduce(0, +), .votes)
    let counted = Counted(total: total, who: Text(en: "the board", es: "la junta"))
    let evidence = [bulletins.source.evidence(bulletins.all.map(\.provenance))]
    switch deed {
    case .good:
      findings.add(counted, about: "president", from: evidence)
      try findings.add(Self.counted, [("a", 1.5)])
      findings.add(Self.bars, Text("<svg/>"))
      findings.add(page: "<html></html>", in: .spanish)
    case .unlisted: findings.add(Unlisted(), about: "president", from: evidence)
    case .wrongUnit:
      findings.add(Counted(total: Quantity(12, .hours), who: counted.who), about: "president", from: evidence)
    case .notFinite:
      findings.add(Counted(total: Quantity(.nan, .votes), who: counted.who), about: "president", from: evidence)
    case .twice:
      findings.add(counted, about: "president", from: evidence)
      findings.add(counted, about: "president", from: evidence)
    case .tooSevere: findings.add(TooSevere(), about: "president", from: evidence)
    case .named:
      findings.add(
        Counted(total: total, who: Text(en: "Victoria Ruiz", es: "Victoria Ruiz")), about: "president", from: evidence)
    case .undeclaredTable:
      try findings.add(TableKind<Int>("other", Text("x"), columns: [.init("n", Text("x")) { $0 }]), [1])
    case .undeclaredFigure: findings.add(FigureKind("lines", Text("x")), Text("<svg/>"))
    case .unsafeFigure: findings.add(Self.bars, Text(en: "<svg><script/></svg>", es: "<svg/>"))
    case .everything:
      findings.add(TooSevere(), about: "president", from: evidence)
      findings.add(FigureKind("lines", Text("x")), Text("<svg/>"))
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
