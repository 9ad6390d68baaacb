"""How dates are written where Django differs from Mexican usage."""
