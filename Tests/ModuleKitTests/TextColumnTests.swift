import ModuleKit
import Testing

/// Texts for readers in tables: a column of the file for each language.
@Suite struct TextColumnTests {
  private static let kind = TableKind<Text>(
    "sources", Text(en: "Sources", es: "Fuentes"),
    columns: [
      .init("count", Text(en: "Count", es: "Número")) { $0.en.count },
      .init("source", Text(en: "Source", es: "Fuente")) { $0 },
    ])

  @Test func aTextIsAColumnForEachLanguage() throws {
    let declared = Self.kind.declared
    #expect(declared.columns.map(\.name) == ["count", "source_en", "source_es"])
    #expect(declared.columns.map(\.language) == [nil, .english, .spanish])
    #expect(declared.columns[1].heading == declared.columns[2].heading)
    let table = try Self.kind.table(of: [Text(en: "the press", es: "la prensa")])
    #expect(table.cells(0) == [9, "the press", "la prensa"])
  }

  @Test func manifestsKeepTheLanguage() throws {
    var operation = OperationManifest("list", summary: Text("lists"))
    operation.tables = [Self.kind.declared]
    let manifest = Manifest(id: "notes", version: "1", operations: [operation])
    #expect(try Manifest(document: Value(json: manifest.document.canonicalJSON)) == manifest)
  }
}
