"""Readers of what is screened: articles and the names in them, party tables, customs records, trade statistics.

``articles`` and ``mentions``, ``parties``, ``customs`` and ``statistics`` are where each begins. They turn files of any
encoding, language and layout into the tables of `screening.model`, and say what they could not read.
"""
