"""Financings, listings and takeovers."""
