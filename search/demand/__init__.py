"""What people look for and do not find: counted, without anybody's identity."""
