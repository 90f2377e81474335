"""Do the sums add up? Every published figure is worked out again from its own parts."""
