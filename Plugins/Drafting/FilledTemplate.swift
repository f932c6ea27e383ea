import ModuleKit

/// A template filled with results.
struct FilledTemplate {
  var nodes: [DraftNode]
  /// The findings that it rests on, in the order of their first use.
  var sources: [Source]
}

/// A finding that a page rests on, and what of it is shown.
struct Source {
  var result: StoredResult
  var finding: Finding
  /// The first tag that needs it.
  var range: MarkRange
  /// The names of the values shown with their texts, in the order of their first use.
  var uses: [(name: String, text: String)] = []
}
