"""Making again only what changed: which case, page or list a change can reach, and no other.

Each piece of work looks at the register through a lens that notes what it read; as
long as none of that changed, its result of last time stands.
"""
