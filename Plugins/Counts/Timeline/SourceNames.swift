import ModuleKit

extension [Bulletin] {
  /// Those who say what the bulletins say, each once, in the order of the bulletins.
  var sourceNames: Text {
    Text { language in
      var seen: Set<String> = []
      return language.list(map { $0.provenance.sourceName[language] }.filter { seen.insert($0).inserted })
    }
  }
}
