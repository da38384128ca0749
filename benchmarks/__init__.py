"""Measurements. They print figures and ratios; tests never assert times."""
