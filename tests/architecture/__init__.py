"""The house itself: size of its rooms, what may not stand in the tree, what stands alone."""
