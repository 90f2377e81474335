"""What changed between two versions of a case: typed differences, then sentences on them."""
