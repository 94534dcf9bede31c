"""Parents' meetings."""
