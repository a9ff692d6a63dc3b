"""What the lists can be narrowed by; every filter stands in the address."""
