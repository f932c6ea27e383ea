import Files
import Glibc
import Hashing
import TestSupport
import Testing

@testable import ModuleServer

/// A module as a program of its own: what it says of itself, of what it found, and of what it cannot do.
@Suite struct ModuleServerTests {
  struct Silent: ModuleOperation {
    static let summary = Text("silent")
    static let findings: [any AnyFindingKind] = [Seen.kind]
    static let rows = TableKind<Int?>("rows", Text("Rows"), columns: [.init("n", Text("n")) { $0 }])
    static let tables: [any AnyTableKind] = [rows]
    static let drawing = FigureKind("drawing", Text("Drawing"))
    static let figures = [drawing]
    struct Seen: FindingShape {
      let n: Int
      static let kind = FindingKind<Self>(
        .info, Sentence(en: "\(\.n) seen.", es: "Vistos: \(\.n)."), caution: Text("c"), method: Text("m"),
        numbers: [.init("n", \.n, .claims, Text("n"))])
    }
    @Input(.claims, "the claims") var claims: Claims
    func run(_ findings: inout Findings, _ context: Context) async throws {
      findings.add(Seen(n: claims.all.count), about: "all", from: [claims.evidence(claims.all)])
      try findings.add(Self.rows, [3])
      findings.add(Self.drawing, Text(en: "<svg>en</svg>", es: "<svg>es</svg>"))
    }
  }
  let module = SwiftModule("quiet", version: "7", operations: [Silent.self])

  /// A folder of its own, and the call of the operation that writes into it.
  private func call(_ body: (ModuleCall, Value, String) async throws -> Void) async throws {
    let scratch = try ScratchFolder()
    let path = scratch.path
    defer { withExtendedLifetime(scratch) {} }
    let zone = try #require(Zone("America/Tegucigalpa"))
    let kind = DatasetKind.claims
    let table = try kind.reader(for: nil, dataset: "said").read(
      Array("id,source,value\nc1,eu,5.10\nc2,\"a, b\",\n".utf8), name: "data/said.csv")
    let source = DatasetSource(dataset: "said", file: "data/said.csv", table: table, zone: zone)
    var request = Request("silent")
    request.inputs["claims"] = LoadedDataset(source, kind: kind, content: try kind.content(of: source))
    request.files["text"] = [.spanish: TextFile(path: "t.md", text: "hola")]
    request.parameters = ["silence": "6h", "size": .number(0.8)]
    var outcome = Outcome()
    outcome.add(Artefact(table: "rows", try Silent.rows.table(of: [1, nil])))
    outcome.add(figure: "drawing", Text(en: "a", es: "b"))
    request.results = [
      StoredResult(
        analysis: "before", module: "quiet", operation: module.manifest.operations[0], status: .stale,
        outcome: outcome, datasets: ["claims": "said"], options: ["oak": Text(en: "Oak", es: "Roble")])
    ]
    let mission = Mission(
      id: "m", title: Text(en: "M", es: "N"), electionDay: Day(ordinal: 17_496), zone: zone,
      languages: [.spanish, .english], notice: Text("n"),
      numbers: NumberStyles(
        en: NumberStyle(group: " ", decimal: ","), es: NumberStyles(zone: "Europe/Madrid")[.spanish]))
    let context = Context(mission: mission, asOf: Instant(seconds: 5), seed: .max)
    let made = ModuleCall(request, context, outputs: path)
    let document = try made.document { bytes, ending in
      let digest = Hash32(of: bytes)
      try AtomicFile.write(bytes, to: "\(path)/\(digest.hex)\(ending)")
      return HandedFile(path: "\(path)/\(digest.hex)\(ending)", sha256: digest)
    }
    try await body(made, try Value(json: document.canonicalJSON), path)
  }

  private func read(_ document: Value) throws -> ModuleCall {
    try ModuleServer.call(document.canonicalJSON, kinds: sharedKinds) { _ in }
  }

  @Test func aCallComesThroughWhole() async throws {
    try await call { made, document, path in
      let read = try read(document)
      #expect(read.outputs == path)
      #expect(read.request.operation == "silent" && read.request.parameters == made.request.parameters)
      #expect(read.request.files == made.request.files && read.request.results == made.request.results)
      #expect(read.context.mission == made.context.mission)
      #expect(read.context.asOf == made.context.asOf && read.context.seed == made.context.seed)
      let (before, after) = (made.request.inputs["claims"], read.request.inputs["claims"])
      #expect(after?.source.table == before?.source.table && after?.source.dataset == "said")
      #expect((after?.content as? Claims)?.all == (before?.content as? Claims)?.all)
    }
  }

  @Test func anOutcomeIsToldInLinesAndFiles() async throws {
    try await call { made, _, path in
      let outcome = try await module.run(made.request, made.context)
      let lines = try ModuleServer.lines(of: outcome, in: path)
      #expect(lines.count == 4)
      for line in lines { #expect(try ModuleLine(document: try Value(json: line.document.canonicalJSON)) == line) }
      let texts = lines.map { String(decoding: $0.document.canonicalJSON, as: UTF8.self) }
      #expect(
        texts[0]
          == #"{"code":"seen","evidence":[{"basis":"reported","dataset":"said","rows":["c1","c2"],"sources":["a, b","eu"]}],"#
          + #""subject":"all","type":"finding","values":{"n":{"assumptions":[],"high":null,"interval":null,"level":null,"#
          + #""low":null,"open_above":false,"unit":"claims","value":2}},"words":{}}"#)
      #expect(
        lines[1] == .output(.table("rows"), HandedFile(path: "tables/rows.csv", sha256: Hash32(of: "n\n3\n".utf8))))
      #expect(try MappedFile(path: "\(path)/tables/rows.csv").content == Array("n\n3\n".utf8))
      let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\">es</svg>\n"
      #expect(try MappedFile(path: "\(path)/figures/drawing.es.svg").content == Array(drawing.utf8))
    }
  }

  @Test func aModuleYAMLSaysWhatTheModuleIs() throws {
    let yaml = ModuleServer(module).moduleYAML(command: ["./quiet"])
    #expect(yaml["veedor_module"] == 1 && yaml["command"] == ["./quiet"])
    #expect(try Manifest(document: yaml) == module.manifest)
  }

  @Test func aRequestThatIsNoneIsRefused() async throws {
    func problems(_ bytes: [UInt8]) -> [StatedProblem] {
      do {
        _ = try ModuleServer.call(bytes, kinds: sharedKinds) { _ in }
        return []
      } catch {
        return ModuleServer.problems(of: error)
      }
    }
    #expect(
      problems(Array("{".utf8)) == [
        StatedProblem(
          code: "E101", message: "the request cannot be read: not valid JSON at byte 1: the text ends too early")
      ])
    try await call { _, document, _ in
      let members = try #require(document.object)
      for key in members.keys.sorted() where key != "as_of" {
        var broken = members
        broken[key] = nil
        #expect(
          problems(Value.object(broken).canonicalJSON) == [
            StatedProblem(code: "E101", message: "the request cannot be read: '\(key)' cannot be read")
          ])
      }
      var broken = members
      broken["inputs"] = ["claims": ["dataset": "said", "file": "f", "kind": "lists"]]
      #expect(
        problems(Value.object(broken).canonicalJSON).map(\.message) == [
          "the request cannot be read: 'inputs.claims.kind' cannot be read"
        ])
      broken["inputs"] = [
        "claims": ["dataset": "said", "file": "f", "kind": "claims", "rows": ["path": "said.csv", "sha256": "00"]]
      ]
      #expect(
        problems(Value.object(broken).canonicalJSON).map(\.message) == [
          "the request cannot be read: 'inputs.claims.rows.sha256' cannot be read"
        ])
    }
  }

  @Test func aFileThatChangedIsRefused() async throws {
    try await call { _, document, _ in
      let path = try #require(document["inputs"]?["claims"]?["rows"]?["path"]?.string)
      try AtomicFile.write(Array("id,source\n".utf8), to: path)
      let error = #expect(throws: DiagnosticsError.self) { try read(document) }
      #expect(
        error.map(ModuleServer.problems) == [
          StatedProblem(code: "E102", message: "the file '\(path)' is not the one that the request names")
        ])
    }
  }

  @Test func pagesAndTheUnforeseenAreTold() throws {
    var outcome = Outcome()
    outcome.add(Artefact(.page(.english), "<html>"))
    let error = #expect(throws: DiagnosticsError.self) { try ModuleServer.lines(of: outcome, in: "/") }
    #expect(
      error.map(ModuleServer.problems) == [
        StatedProblem(code: "E103", message: "the operation makes pages, which an external module cannot")
      ])
    struct Odd: Error {}
    #expect(ModuleServer.problems(of: Odd()) == [StatedProblem(code: "K019", message: "Odd()")])
    #expect(
      ModuleServer.problems(of: DiagnosticsError(KitMessage.missingFile("t")))
        == [StatedProblem(code: "K004", message: "file 't' is missing")])
    #expect(
      ModuleServer.problems(of: FileError.badPath(".."))
        == [StatedProblem(code: "F003", message: "'..' is not a path inside a folder")])
  }
}
