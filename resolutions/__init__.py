"""The authority's acts and the prohibited-goods list that follows from them."""
