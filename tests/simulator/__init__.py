"""The simulator against plain HTTP, and one real aiogram bot against the simulator."""
