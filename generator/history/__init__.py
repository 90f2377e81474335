"""What git knows of a register: every content that a case's file had, and its versions.

A register without git is read all the same.
"""
