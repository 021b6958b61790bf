import Quantities
import Testing

/// The number a literal stands for; the test stops when it is none.
func number(_ text: String) throws -> Number { try #require(Number(text)) }

/// The exact value a literal stands for; the test stops when it is none.
func ratio(_ text: String) throws -> Ratio { try #require(Ratio(text)) }

/// The unit a name or expression means; the test stops when it is none.
func unit(_ text: String) throws -> Unit { try UnitExpression.parse(text).get() }
