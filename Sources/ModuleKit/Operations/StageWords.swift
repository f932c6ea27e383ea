extension Bulletin.Stage: CellWord {
  /// What readers read.
  public var text: Text {
    switch self {
    case .bulletin: Text(en: "partial count", es: "conteo parcial")
    case .declared: Text(en: "declared", es: "declarado")
    }
  }
}
