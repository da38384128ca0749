"""The contact form: its fields, its limits, its mail, and how it forgets."""
