"""A petition: what it says, how that is written and read, what it lacks, how it arrives and what acknowledges it.

``content`` has the fields, ``codec`` their one form as JSON (``read_content``, ``plain_content``, ``sha256_of``),
``requisites`` the table of what the law asks (``faults_of``, ``completeness``), ``arrival`` the ways in and the proof
each needs, ``signing`` the text that is signed, ``acuse`` what the filer is given.
"""
