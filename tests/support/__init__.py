"""What tests stand on: real engines, a little school, people who press buttons."""
