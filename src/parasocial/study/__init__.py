"""What people say when they are asked: so far, the published figures of the 2021 study."""
