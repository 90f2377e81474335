"""The one exception of this layer: the site could not be drawn, filled or published.

What an officer can mend is a value and never comes this far. What does is the
place's own trouble: a template that writes the title twice, a folder that is
not Casebook's to empty, an engine that stops. The command line shows the
message as it is and ends with exit code 3.
"""

from __future__ import annotations


class SiteError(Exception):
    """The site cannot be made. The message says why in plain English, and what to do."""
