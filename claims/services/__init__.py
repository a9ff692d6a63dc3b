"""Every write: a file for each noun, a function for each verb, one transaction, one event.

Callers name the module: `links.withdraw(link=link, reason="…", by=user)`.
"""
