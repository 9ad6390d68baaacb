"""What the API of the case file takes and gives, field by field; every text and list has its limit."""
