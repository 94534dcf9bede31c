"""Printed forms and pictures, made from dataclasses."""
