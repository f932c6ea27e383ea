import Counts
import Glibc
import ModuleServer

/// The module of counts under another name: what is run here must give what the built-in one gives.
struct CountsOutside: Module {
  var manifest: Manifest {
    Manifest(id: "counts_outside", version: counts.manifest.version, operations: counts.manifest.operations)
  }
  var kinds: [any AnyDatasetKind] { counts.kinds }

  func run(_ request: Request, _ context: Context) async throws -> Outcome { try await counts.run(request, context) }
}

exit(await ModuleServer(CountsOutside()).serve())
