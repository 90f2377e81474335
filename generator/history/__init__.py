"""What git knows of a register: for now, the day of its last commit.

A register without git is read all the same.
"""
