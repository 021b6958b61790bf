/// Names of money: `EUR`, `k€`, `EUR2023 HT`, `kEUR (2023) HT`, `MUSD TTC`.
enum MoneyName {
  /// The symbol as we write it; `scale` is `k`, `M` or nothing.
  static func symbol(
    currency: String, tax: Tax, priceYear: Int?, scale: String = ""
  ) -> String {
    let year = priceYear.map(String.init) ?? ""
    let suffix =
      switch tax {
      case .unstated: ""
      case .exclusive: " HT"
      case .inclusive: " TTC"
      }
    return scale + currency + year + suffix
  }

  /// Reads a folded name, or returns nil when it is not money.
  static func unit(_ folded: String) -> Unit? {
    var words = folded.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return nil }
    var year: Int?
    let head = words.removeFirst()
    let stem = head.prefix { !("0"..."9").contains($0) }
    if stem.count < head.count {
      guard let glued = priceYear(String(head.dropFirst(stem.count))) else { return nil }
      year = glued
    }
    guard let (scale, factor, currency) = currency(String(stem)) else { return nil }
    var tax = Tax.unstated
    for word in words {
      if let stated = taxWords[UnitName.lowercased(word)], tax == .unstated {
        tax = stated
      } else if let stated = priceYear(word), year == nil {
        year = stated
      } else {
        return nil
      }
    }
    return Unit(
      symbol: symbol(currency: currency, tax: tax, priceYear: year, scale: scale),
      dimension: Dimension(.money(currency: currency, tax: tax, priceYear: year)),
      ratio: Ratio(factor, 1))
  }

  private static let taxWords: [String: Tax] = ["ht": .exclusive, "ttc": .inclusive]

  private static func priceYear(_ text: String) -> Int? {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let year = Int(text),
      (1900...2200).contains(year)
    else { return nil }
    return year
  }

  private static func currency(_ stem: String) -> (scale: String, factor: Int, code: String)? {
    if let code = code(stem) { return ("", 1, code) }
    guard let first = stem.first else { return nil }
    let rest = String(stem.dropFirst())
    switch first {
    case "k", "K": return code(rest).map { ("k", 1_000, $0) }
    case "M": return code(rest).map { ("M", 1_000_000, $0) }
    default: return nil
    }
  }

  /// The ISO 4217 code; only the euro has other names, the codes of others read as words too often.
  static func code(_ name: String) -> String? {
    switch UnitName.lowercased(name) {
    case "€", "eur", "euro", "euros": "EUR"
    default: codes.contains(name) ? name : nil
    }
  }

  /// ISO 4217, currencies in use.
  private static let codes: Set<String> = Set(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS \
    GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW \
    KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR \
    MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR \
    SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX \
    USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW
    """.split(separator: " ").map(String.init))
}

extension Unit {
  /// A unit of money, or nil for a code that is not of ISO 4217.
  public static func money(
    _ currency: String, tax: Tax = .unstated, priceYear: Int? = nil
  ) -> Unit? {
    MoneyName.unit(MoneyName.symbol(currency: currency, tax: tax, priceYear: priceYear))
  }
}

extension UnitCatalog {
  /// The ISO 4217 code of a currency, by its code or, for the euro, any of its names.
  public static func currency(named name: String) -> String? { MoneyName.code(name) }
}
