"""Bytes over a web socket's connection that are no web socket: wrong frames, wrong lengths, wrong upgrades."""

import asyncio
import base64
import struct

from tests.faults.rubbish import PHONE, Rubbish

PATIENCE_S = 10.0


MOST = 1 << 20


async def send_rubbish(port: int, code: str, rubbish: Rubbish) -> None:
    """One connection, which is spoilt in one way or another."""
    chance = rubbish.random
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        key = base64.b64encode(chance.randbytes(16)).decode()
        version = chance.choice(("13", "13", "13", "8", "x"))
        head = (
            f"GET /s/{code}/live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        )
        head += f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: {version}\r\n\r\n"
        writer.write(head.encode())
        async with asyncio.timeout(PATIENCE_S):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(_frame(rubbish))
            await writer.drain()
            writer.write_eof()
            await reader.read(MOST)
    except (OSError, TimeoutError, asyncio.IncompleteReadError):
        return
    finally:
        writer.close()


def _frame(rubbish: Rubbish) -> bytes:
    """A frame with something wrong in its head, its length or its place."""
    chance = rubbish.random
    message = rubbish.message(PHONE)
    payload = message if isinstance(message, bytes) else message.encode()
    first = chance.choice(
        (0x81, 0x01, 0x00, 0x80, 0x82, 0x83, 0x89, 0x8A, 0x88, 0xF1, 0xC1, chance.randrange(256))
    )
    length = (
        len(payload) if chance.random() < 0.7 else chance.choice((0, 125, 1 << 15, 1 << 40, (1 << 63) + 5))
    )
    masked = 0x80 if chance.random() < 0.8 else 0
    if length < 126 and chance.random() < 0.8:
        head = struct.pack("!BB", first, masked | length)
    elif length < 1 << 16:
        head = struct.pack("!BBH", first, masked | 126, length)
    else:
        head = struct.pack("!BBQ", first, masked | 127, length)
    return (head + (b"\0\0\0\0" if masked else b"") + payload) * chance.choice((1, 1, 3))
