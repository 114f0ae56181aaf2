"""What is used to make and keep this repository, and is no part of the program."""
