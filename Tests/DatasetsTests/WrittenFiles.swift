import Datasets
import Diagnostics
import Tables
import TestSupport

/// The files of a dataset, as a test writes them.
struct WrittenFiles {
  let files: [(name: String, text: String)]

  init(_ files: [(name: String, text: String)]) { self.files = files }

  /// The dataset `data` that they hold, several of which users call `data/*`.
  func read(_ declaration: DatasetDeclaration, _ kind: any AnyDatasetKind) throws(DiagnosticsError) -> LoadedDataset {
    let name = files.count == 1 ? files[0].name : "data/*"
    let reading = DatasetReading(kind, declaration, dataset: "data", file: name, zone: KindSample().zone)
    let pass = FilePass([reading], files: files.map(\.name)) { [files] (reader, index) throws(DiagnosticsError) in
      let (name, bytes) = (files[index].name, Array(files[index].text.utf8))
      return name.hasSuffix(".json") ? try reader.read(json: bytes, name: name) : try reader.read(bytes, name: name)
    }
    let source = try pass.source(0)
    return LoadedDataset(source, kind: kind, content: try kind.content(of: source))
  }

  /// What is wrong with them: file, code and sentence.
  func problems(_ declaration: DatasetDeclaration, _ kind: any AnyDatasetKind) -> [String] {
    do throws(DiagnosticsError) {
      _ = try read(declaration, kind)
      return []
    } catch {
      return error.all.map { "\($0.location?.file ?? "") \($0.code) \($0.message)" }
    }
  }
}
