extension Capture.State: CellWord {
  /// What readers read.
  public var text: Text {
    switch self {
    case .complete: Text(en: "with figures", es: "con cifras")
    case .empty: Text(en: "without figures", es: "sin cifras")
    case .failed: Text(en: "failed", es: "fallida")
    }
  }
}
