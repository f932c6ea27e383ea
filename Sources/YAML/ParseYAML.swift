public import Diagnostics

/// A document that was read, and everything that is wrong with it.
public struct ParsedYAML: Sendable {
  /// The document's value; nil where the text could not be read to its end.
  ///
  /// Where there are errors and yet a root, the root is good enough to look for more: of two equal keys the first one
  /// stays, and a scalar that cannot be read stands as its text.
  public let root: Node?
  /// Every problem that was found, in the order of the text.
  public let diagnostics: [Diagnostic]
}

/// Reads one document by YAML 1.2.2 and its core schema.
///
///     let parsed = parseYAML(SourceText(name: "veedor.yaml", "country: NO"))
///     parsed.root?["country"]?.scalar?.value  // .string, with the text "NO"
///
/// Stricter than YAML: merge keys, keys that are lists or mappings, tags other than the core schema's, `%TAG`, a
/// second document, and characters that some programs take for line breaks are refused, each with its message.
public func parseYAML(_ source: SourceText, limits: YAMLLimits = .default) -> ParsedYAML {
  var problems = ProblemList(file: source.name, limit: limits.problems)
  guard var text = CheckedText(source, limits: limits, &problems) else { return ParsedYAML(nil, problems) }
  neutralizeDirectives(of: &text, &problems)
  var composer = Composer(text, limits: limits, problems)
  let root = composer.document()
  return ParsedYAML(root, composer.problems)
}

extension ParsedYAML {
  fileprivate init(_ root: Node?, _ problems: ProblemList) {
    (self.root, diagnostics) = (root, problems.diagnostics)
  }
}
