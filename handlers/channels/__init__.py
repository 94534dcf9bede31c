"""News beside the messenger: the addresses that guardians give, and what is written to them."""
