"""From files in a register's folder to cases, problems and places, and nothing further.

What comes out is values of the core; nothing here knows a page.
"""
