"""export: Here are a casebook's records; here they are as others read them."""
