"""Two slixmpp clients, one on each node, chat and meet in a room.

Usage: slixmpp_pair.py '{"nodes": [["127.0.1.3", 5222], ...], "domain": ..., "room": ..., "users": [..., ...],
"mechanism": "PLAIN" or null}'. The last line it writes is JSON with what each has heard; exit code 1 when
something did not come.
"""

import asyncio
import json
import sys

from slixmpp import ClientXMPP

STEP_SECONDS = 45


class Party(ClientXMPP):
    def __init__(self, user, settings):
        jid = f"{user}@{settings['domain']}/slixmpp"
        super().__init__(jid, f"secret of {user}", sasl_mech=settings["mechanism"])
        self.nick = user
        self.heard = []
        self.join = None
        self.news = asyncio.Event()
        self.register_plugin("xep_0045")
        if settings["mechanism"] == "PLAIN":
            self["feature_mechanisms"].unencrypted_plain = True
        self.add_event_handler("message", self.note)
        self.add_event_handler("groupchat_message", self.note)
        self.add_event_handler("groupchat_presence", self.note)
        self.add_event_handler("session_start", lambda _: self.tell("session", "", ""))
        for failure in ("failed_auth", "connection_failed", "disconnected", "stream_error"):
            self.add_event_handler(failure, lambda what, name=failure: self.tell(name, "", str(what)))

    def note(self, stanza):
        if stanza.name == "message":
            if stanza["body"]:
                self.tell(stanza["type"], str(stanza["from"]), stanza["body"])
        else:
            # XEP-0045 §7.2.2: 110 marks the own presence.
            own = 110 in stanza["muc"]["status_codes"]
            self.tell("self-presence" if own else "presence", str(stanza["from"]), "")

    def tell(self, kind, source, text):
        item = [kind, source, text]
        # A groupchat message is told twice by slixmpp: as message and as groupchat_message.
        if item not in self.heard:
            self.heard.append(item)
        self.news.set()

    async def hears(self, kind, source, text=""):
        async def listen():
            while [kind, source, text] not in self.heard:
                self.news.clear()
                await self.news.wait()

        try:
            await asyncio.wait_for(listen(), STEP_SECONDS)
        except asyncio.TimeoutError:
            raise RuntimeError(f"{self.nick} did not hear {kind} {source} {text}") from None


async def story(settings, parties):
    for party, (host, port) in zip(parties, settings["nodes"]):
        party.connect((host, port), use_ssl=False, force_starttls=False, disable_starttls=True)
    for party in parties:
        await party.hears("session", "")
        party.send_presence()
    one, two = parties
    room = settings["room"]
    one.send_message(mto=two.boundjid, mbody="to the full JID", mtype="chat")
    await two.hears("chat", one.boundjid.full, "to the full JID")
    two.send_message(mto=one.boundjid.bare, mbody="to the bare JID", mtype="chat")
    await one.hears("chat", two.boundjid.full, "to the bare JID")
    await enter(one, room)
    form = one["xep_0004"].make_form(ftype="submit")
    await one["xep_0045"].set_room_config(room, form)
    await enter(two, room)
    for party in parties:
        party.send_message(mto=room, mbody=f"hello from {party.nick}", mtype="groupchat")
    for party in parties:
        for speaker in parties:
            await party.hears("groupchat", f"{room}/{speaker.nick}", f"hello from {speaker.nick}")


async def enter(party, room):
    # It resolves when the subject has come, which a room without one need not send.
    party.join = party["xep_0045"].join_muc(room, party.nick)
    await party.hears("self-presence", f"{room}/{party.nick}")


async def main():
    settings = json.loads(sys.argv[1])
    parties = [Party(user, settings) for user in settings["users"]]
    failure = None
    try:
        await story(settings, parties)
    except Exception as error:
        failure = f"{type(error).__name__}: {error}"
    mechanisms = [getattr(party["feature_mechanisms"].mech, "name", None) for party in parties]
    heard = {party.nick: party.heard for party in parties}
    print(json.dumps({"failure": failure, "mechanisms": mechanisms, "heard": heard}), flush=True)
    for party in parties:
        if party.join:
            party.join.cancel()
    await asyncio.gather(*(party.disconnect(wait=5) for party in parties))
    return 1 if failure else 0


sys.exit(asyncio.get_event_loop().run_until_complete(main()))
