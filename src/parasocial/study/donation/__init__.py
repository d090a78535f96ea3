"""Measures that somebody gives to a study: which, how coarse, and what they read before they do."""

from parasocial.study.donation.giving import Donation, Request, canonical, problems, read_request
from parasocial.study.donation.measured import MEASURES, Measured, Reported, measured
from parasocial.study.donation.release import Released, released

__all__ = [
    "MEASURES",
    "Donation",
    "Measured",
    "Released",
    "Reported",
    "Request",
    "canonical",
    "measured",
    "problems",
    "read_request",
    "released",
]
