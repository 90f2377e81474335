"""From files in a register's folder to cases and problems, and nothing further."""
