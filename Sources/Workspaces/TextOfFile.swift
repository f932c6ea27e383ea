import Diagnostics
import Files
public import ModuleKit

extension WorkspaceFolder {
  /// The text of the file at `path`, which analyses and drafts read whole.
  ///
  /// - Throws: `FileError` where it cannot be read, and a `DiagnosticsError` where it is no UTF-8: a letter that stands for
  ///   nothing would be published as a mark of that.
  public func text(_ path: String) throws -> TextFile {
    let bytes = try input(path, atMost: .small).content
    if let text = String(validating: bytes, as: UTF8.self) { return TextFile(path: path, text: text) }
    var place = 0
    do { _ = try UTF8Span(validating: bytes.span) } catch { place = error.byteOffsets.lowerBound }
    let before = String(decoding: bytes[..<place], as: UTF8.self).unicodeScalars
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    let range = MarkRange(Mark(line: line, column: column), Mark(line: line, column: column + 1))
    throw DiagnosticsError(WorkspaceMessage.notText(byte: bytes[place]), at: .init(file: path, range: range))
  }
}
