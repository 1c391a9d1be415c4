"""An external component (XEP-0114) of slixmpp's with one connection to each server.

Usage: slixmpp_component.py '{"domain": "echo.example", "secret": ..., "servers": [["127.0.1.3", 5270], ...]}'. It
writes what happens as JSON lines, `{"connection": 0, "event": "session_start"}`, and answers each chat message with its
text and the number of the connection; `tell JID` is passed on to that JID. A line `connect 0` on its standard input
makes it connect again, the end of the input ends it.
"""

import asyncio
import json
import sys

from slixmpp import ComponentXMPP


class Echo(ComponentXMPP):
    def __init__(self, number, settings):
        host, port = settings["servers"][number]
        super().__init__(settings["domain"], settings["secret"], host, port)
        self.number = number
        self.register_plugin("xep_0030")
        self.register_plugin("xep_0199")
        self.add_event_handler("message", self.answer)
        for event in ("connected", "session_start", "stream_error", "disconnected"):
            self.add_event_handler(event, lambda _, name=event: self.report(name))

    def report(self, event):
        print(json.dumps({"connection": self.number, "event": event}), flush=True)

    def answer(self, message):
        if message["type"] not in ("chat", "normal"):
            return
        body = message["body"]
        if body.startswith("tell "):
            text = f"{message['from'].bare} greets through {self.number}"
            self.send_message(mto=body[len("tell "):], mbody=text, mtype="chat", mfrom=message["to"])
        else:
            message.reply(f"{body}, through {self.number}").send()


async def main():
    settings = json.loads(sys.argv[1])
    loop = asyncio.get_running_loop()
    over = loop.create_future()
    echoes = [Echo(number, settings) for number in range(len(settings["servers"]))]

    def read():
        line = sys.stdin.readline()
        if not line:
            loop.remove_reader(sys.stdin)
            over.set_result(None)
        else:
            echoes[int(line.split()[1])].connect()

    loop.add_reader(sys.stdin, read)
    for echo in echoes:
        echo.connect()
    await over


asyncio.get_event_loop().run_until_complete(main())
