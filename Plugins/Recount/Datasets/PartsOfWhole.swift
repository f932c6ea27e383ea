internal import ModuleKit

extension DatasetSource {
  /// The first of `parts` in `row` with which they add up to more than `whole`, called `name`; none where all find room.
  ///
  /// Numbers of a file may be as large as they like: what is left of the whole never runs over.
  func excess(of parts: [Field<Int>], within whole: Int, _ name: String, row: Int) -> [Diagnostic] {
    var left = whole
    for field in parts {
      let part = field[row] ?? 0
      guard part <= left else {
        return [problem(.partExceedsWhole(part: field.name, whole: name), row: row, of: field)]
      }
      left -= part
    }
    return []
  }
}
