"""What browsers and programs talk to: pages, forms, the API, and the doors to a live room."""
