"""Marks: paint, type, save, correct."""

from aiogram import Router

router = Router(name="marks")
