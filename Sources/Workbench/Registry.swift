public import ModuleKit

/// The modules that a workspace can use, and the kinds of dataset they bring.
public struct Registry: Sendable {
  /// The modules, by name.
  public private(set) var modules: [String: any Module] = [:]
  /// The kinds, by name.
  public private(set) var kinds: [String: any AnyDatasetKind] = [:]
  /// The names of the modules that come with the program.
  public let builtIn: Set<String>

  /// A registry of the modules that come with the program, and of the kinds that several of them read.
  public init(_ modules: [any Module]) {
    builtIn = Set(modules.map(\.manifest.id))
    for kind in sharedKinds { kinds[kind.id] = kind }
    for module in modules { add(module) }
  }

  /// The external modules of the workspace, in the order of their names.
  public var externalModules: [ExternalModule] {
    modules.values.compactMap { $0 as? ExternalModule }.sorted { $0.manifest.id < $1.manifest.id }
  }

  mutating func add(_ module: any Module) {
    modules[module.manifest.id] = module
    for kind in module.kinds { kinds[kind.id] = kind }
  }

  /// The manifest of the operation that an analysis uses.
  public func operation(_ module: String, _ operation: String) -> OperationManifest? {
    modules[module]?.manifest.operations.first { $0.id == operation }
  }
}
