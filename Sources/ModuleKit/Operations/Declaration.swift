import Synchronization

/// A property of an operation that the host describes in the manifest and fills before a run.
protocol Declaration {
  func describe(as name: String, in manifest: inout OperationManifest)
  func bind(_ name: String, from request: Request) -> KitMessage?
}

/// Filled once, by the host, before the operation runs.
final class Slot<T: Sendable>: Sendable {
  private let contents: Mutex<T>
  init(_ value: T) { contents = Mutex(value) }
  var value: T {
    get { contents.withLock { $0 } }
    set { contents.withLock { $0 = newValue } }
  }
}

/// Declares one dataset that an operation reads; its content is loaded and checked once, by the host.
///
/// An input of optional type may be left out of an analysis; of several that are `oneOf` what an operation can work on,
/// an analysis must name one at least.
@propertyWrapper
public struct Input<Content: Sendable>: Sendable {
  private let kind: String
  private let summary: String
  private let isOptional: Bool
  private let isOneOf: Bool
  private let convert: @Sendable (any Sendable) -> Content?
  private let slot: Slot<Content?>

  /// An input of `kind` that an analysis must name.
  public init(_ kind: DatasetKind<Content>, _ summary: String) {
    (self.kind, self.summary, isOptional, isOneOf, slot) = (kind.id, summary, false, false, Slot(nil))
    convert = { $0 as? Content }
  }

  /// An input of `kind` that an analysis may leave out.
  public init<Wrapped>(_ kind: DatasetKind<Wrapped>, _ summary: String) where Content == Wrapped? {
    self.init(kind, summary, isOneOf: false)
  }

  /// An input of `kind` that an analysis may leave out if it names another that is declared so.
  public init<Wrapped>(oneOf kind: DatasetKind<Wrapped>, _ summary: String) where Content == Wrapped? {
    self.init(kind, summary, isOneOf: true)
  }

  private init<Wrapped>(_ kind: DatasetKind<Wrapped>, _ summary: String, isOneOf: Bool) where Content == Wrapped? {
    (self.kind, self.summary, isOptional, self.isOneOf, slot) = (kind.id, summary, true, isOneOf, Slot(.some(nil)))
    convert = { ($0 as? Wrapped).map { .some($0) } }
  }

  /// The dataset's content.
  public var wrappedValue: Content {
    guard let content = slot.value else { preconditionFailure("the host binds inputs before a run") }
    return content
  }
}

extension Input: Declaration {
  func describe(as name: String, in manifest: inout OperationManifest) {
    manifest.inputs.append(.init(name, kind: kind, isOptional: isOptional, summary: summary))
    if isOneOf { manifest.needsOneOf.append(name) }
  }

  func bind(_ name: String, from request: Request) -> KitMessage? {
    guard let dataset = request.inputs[name] else {
      return isOptional ? nil : .missingInput(name, kind: kind)
    }
    guard let content = convert(dataset.content) else { return .wrongInput(name, kind: kind) }
    slot.value = content
    return nil
  }
}

/// Declares a file of text that an operation reads, one for each language.
@propertyWrapper
public struct TextInput: Sendable {
  private let slot = Slot<[Language: TextFile]>([:])

  /// A file that an analysis must name.
  public init() {}

  /// The file for each language.
  public var wrappedValue: [Language: TextFile] { slot.value }
}

extension TextInput: Declaration {
  func describe(as name: String, in manifest: inout OperationManifest) { manifest.files.append(name) }

  func bind(_ name: String, from request: Request) -> KitMessage? {
    guard let files = request.files[name] else { return .missingFile(name) }
    slot.value = files
    return nil
  }
}

/// Declares that an operation reads the stored results of other analyses.
@propertyWrapper
public struct ResultsInput: Sendable {
  private let use: ResultsUse
  private let slot = Slot<[StoredResult]>([])

  /// The results that an analysis names in `uses:`; the operation runs behind these analyses unless said otherwise.
  public init(_ use: ResultsUse = .current) { self.use = use }

  /// The results, in the order of the workspace file.
  public var wrappedValue: [StoredResult] { slot.value }
}

extension ResultsInput: Declaration {
  func describe(as name: String, in manifest: inout OperationManifest) { manifest.usesResults = use }

  func bind(_ name: String, from request: Request) -> KitMessage? {
    slot.value = request.results
    return nil
  }
}
