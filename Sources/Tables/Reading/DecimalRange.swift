/// A range of decimal numbers, made to be asked about many numbers of the same scale.
struct DecimalRange {
  private let least: ExactDecimal?
  private let most: ExactDecimal?
  /// The mantissas in range at `scale`.
  private var mantissas: ClosedRange<Int64>?
  private var scale: UInt8

  /// The numbers from `least` to `most`; nil for no end.
  init(_ least: ExactDecimal?, _ most: ExactDecimal?) {
    (self.least, self.most) = (least, most)
    (mantissas, scale) = (nil, 0)
    mantissas = mantissas(at: 0)
  }

  /// Whether `value` is in the range.
  @inline(__always)
  mutating func contains(_ value: ExactDecimal) -> Bool {
    if value.scale != scale { (scale, mantissas) = (value.scale, mantissas(at: value.scale)) }
    return mantissas?.contains(value.mantissa) ?? false
  }

  private func mantissas(at scale: UInt8) -> ClosedRange<Int64>? {
    let all = Int128(Int64.min)...Int128(Int64.max)
    let low = max(least?.mantissa(at: scale, roundedUp: true) ?? all.lowerBound, all.lowerBound)
    let high = min(most?.mantissa(at: scale, roundedUp: false) ?? all.upperBound, all.upperBound)
    return low <= high ? Int64(low)...Int64(high) : nil
  }
}
