"""What the faults brought to light, each by its name."""

import pytest

from app import wire


@pytest.mark.parametrize("do", [{}, [], {"a": 1}, [["vote"]], 7, True, None, 1e308])
def test_a_command_that_is_no_text_is_refused(do: object) -> None:
    with pytest.raises(wire.Malformed) as refused:
        wire.kind_of({"id": "c1", "do": do})
    assert (refused.value.code, refused.value.id) == ("unknown_command", "c1")
