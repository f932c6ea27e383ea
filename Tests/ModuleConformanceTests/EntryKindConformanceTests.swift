import BuiltIn
import Ledger
import ModuleKit
import Testing

/// What kinds of entry declare of their fields, for forms and for whoever reads the list of them.
@Suite struct EntryKindConformanceTests {
  private static let kinds = builtInModules.flatMap(\.entryKinds)

  @Test func everyFieldIsDescribedInBothLanguages() {
    #expect(Self.kinds.count > 9)
    for kind in Self.kinds {
      for (name, text) in [("", kind.summary)] + kind.allFields.map({ ($0.name, $0.meaning) }) {
        #expect(!text.en.isEmpty && !text.es.isEmpty && text.en != text.es, "\(kind.id) \(name)")
      }
    }
  }

  /// A field that names records takes texts, and its kind is one that there is.
  @Test func recordsThatAreNamedAreOfAKindThatThereIs() {
    var count = 0
    for kind in Self.kinds {
      for field in kind.allFields {
        guard case .records(let named)? = field.naming else { continue }
        count += 1
        #expect(Self.kinds.contains { $0.id == named }, "\(kind.id) \(field.name)")
        let id = Value.string(String(repeating: "ab", count: 32))
        #expect([id, [id]].contains { field.schema.problems(of: $0).isEmpty }, "\(kind.id) \(field.name)")
      }
    }
    #expect(count == 10)
  }
}
